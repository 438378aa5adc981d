package io.fluxj.cli.object;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject.Condition;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Asks for a pass over an object, by the annotation that all of Flux's controllers obey, and waits for what comes of it.
 *
 * @param session whose cluster, clock and patience
 */
public record ReconcileRequest(Session session) {
    /** The annotation whose every change asks for a pass. */
    public static final String REQUESTED_AT = "reconcile.fluxcd.io/requestedAt";

    private static final DateTimeFormatter NANOSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX").withZone(ZoneOffset.UTC);

    /**
     * Writes the token.
     *
     * @param also further annotations that get the same token, such as {@code reconcile.fluxcd.io/forceAt}
     * @return the object as it was then
     */
    public FluxObject ask(FluxKind kind, String namespace, String name, List<String> also) {
        String token = NANOSECONDS.format(session.clock().instant());
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        ObjectNode annotations = patch.putObject("metadata").putObject("annotations");
        annotations.put(REQUESTED_AT, token);
        also.forEach(annotation -> annotations.put(annotation, token));
        return new Objects(session).merge(kind, namespace, name, patch.toString());
    }

    /**
     * Waits until the token that the object carries was handled and it is decided whether the object is ready.
     *
     * @throws CommandFailure when that takes longer than {@code --timeout}
     */
    public FluxObject await(FluxKind kind, FluxObject asked) {
        String token = asked.annotation(REQUESTED_AT);
        return await(
                kind,
                asked.namespace(),
                asked.name(),
                object -> object.handledToken().equals(token) && decided(object));
    }

    /**
     * Waits until it is decided whether an object is ready, after its spec was written.
     *
     * @throws CommandFailure when that takes longer than {@code --timeout}
     */
    public FluxObject awaitDecided(FluxKind kind, String namespace, String name) {
        return await(kind, namespace, name, ReconcileRequest::decided);
    }

    /** Whether the pass over the present spec came to an end: by success, by a stall, or by a failure that is tried again later. */
    static boolean decided(FluxObject object) {
        long generation = object.at("/metadata/generation").asLong();
        boolean underWay = object.condition("Reconciling")
                .filter(Condition::isTrue)
                .filter(reconciling -> !reconciling.reason().equals("ProgressingWithRetry"))
                .isPresent();
        return !underWay
                && object.condition("Ready")
                        .filter(ready -> ready.isTrue() || ready.isFalse())
                        .filter(ready -> ready.observedGeneration() == 0 || ready.observedGeneration() >= generation)
                        .isPresent();
    }

    private FluxObject await(FluxKind kind, String namespace, String name, Predicate<FluxObject> wanted) {
        Objects objects = new Objects(session);
        try {
            GenericKubernetesResource met = objects.resource(kind, namespace, name)
                    .waitUntilCondition(
                            found -> found == null || wanted.test(Objects.of(found)),
                            session.timeout().toMillis(),
                            TimeUnit.MILLISECONDS);
            return Optional.ofNullable(met)
                    .map(Objects::of)
                    .orElseThrow(() -> new CommandFailure(
                            "%s %s in %s namespace was deleted meanwhile".formatted(kind.kind(), name, namespace)));
        } catch (KubernetesClientTimeoutException late) {
            throw new CommandFailure(
                    "%s %s in %s namespace was not done within %s%s; see 'fluxj why %s %s -n %s'"
                            .formatted(
                                    kind.kind(),
                                    name,
                                    namespace,
                                    GoDuration.of(session.timeout()),
                                    objects.find(kind, namespace, name)
                                            .flatMap(object -> object.condition("Ready"))
                                            .map(ready -> ": " + ready.message())
                                            .orElse(""),
                                    kind.command().typed(),
                                    name,
                                    namespace),
                    late);
        }
    }
}
