package io.fluxj.runtime.reconcile;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the frame has to know of a kind.
 *
 * @param resourceType the kind's class
 * @param statusType the class of its status, which has a constructor without parameters; {@link Void} when it has none
 * @param statusManager field manager of patches of the status and of the finalizer, see conditions-events §1
 * @param owned the condition types that this controller writes; all others are kept as they are found
 * @param suspended whether {@code spec.suspend} is set
 * @param retry when to try again after a {@link Retryable}
 * @param ready how Ready comes about
 */
public record KindRules<R extends CustomResource<?, S>, S>(
        Class<R> resourceType,
        Class<S> statusType,
        String statusManager,
        Set<String> owned,
        Predicate<R> suspended,
        Function<R, RetryPolicy> retry,
        ReadyRule ready) {

    private static final String FINALIZER = "finalizers.fluxcd.io";
    private static final String EXTENSIONS = "source.extensions.fluxcd.io";

    public KindRules {
        owned = Set.copyOf(owned);
    }

    /** Rules of a kind without a status: what became of a pass is told by events, metrics and the log alone. */
    public static <R extends CustomResource<?, Void>> KindRules<R, Void> withoutStatus(
            Class<R> resourceType, String manager, Predicate<R> suspended, Function<R, RetryPolicy> retry) {
        return withForeignStatus(resourceType, Void.class, manager, suspended, retry);
    }

    /** As {@link #withoutStatus}, of a kind whose status is written by others than its passes. */
    public static <R extends CustomResource<?, S>, S> KindRules<R, S> withForeignStatus(
            Class<R> resourceType,
            Class<S> statusType,
            String manager,
            Predicate<R> suspended,
            Function<R, RetryPolicy> retry) {
        return new KindRules<>(
                resourceType, statusType, manager, Set.of(), suspended, retry, ReadyRule.direct("in progress"));
    }

    /** Whether passes write the status of objects of the kind: that of whose conditions they own none is not theirs. */
    public boolean hasStatus() {
        return !owned.isEmpty();
    }

    /** Whether the status says which generation it speaks of; where it does not, its conditions do alone. */
    public boolean observesGeneration() {
        return Arrays.stream(statusType.getDeclaredFields())
                .anyMatch(field -> field.getName().equals("observedGeneration"));
    }

    /** The finalizer of a kind; extensions have one of their group. Source: conditions-events §1. */
    public static String finalizerOf(Class<? extends HasMetadata> kind) {
        String group = HasMetadata.getGroup(kind);
        return group.equals(EXTENSIONS) ? group + "/finalizer" : FINALIZER;
    }

    /** The kind's name, for example {@code GitRepository}. */
    public String kind() {
        return HasMetadata.getKind(resourceType);
    }
}
