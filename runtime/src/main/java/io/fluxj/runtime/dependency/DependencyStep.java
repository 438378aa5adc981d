package io.fluxj.runtime.dependency;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Waiting;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Lets an object go on only when all it depends on is ready; a change there wakes it. */
public final class DependencyStep<R extends CustomResource<?, S>, S> {

    private final Dependencies<R> dependencies;
    private final DependencyWaits waits;
    private final DependencyPolicy policy;

    DependencyStep(Dependencies<R> dependencies, DependencyWaits waits, DependencyPolicy policy) {
        this.dependencies = dependencies;
        this.waits = waits;
        this.policy = policy;
    }

    /**
     * For one kind.
     *
     * @param lookUp finds an object of the kind
     * @param waits shared with the kind's {@link DependencyWatch}
     */
    public static <R extends CustomResource<?, S>, S> DependencyStep<R, S> of(
            DependencyRules<R> rules,
            Function<ObjectName, Optional<R>> lookUp,
            DependencyWaits waits,
            KubernetesClient client,
            DependencyPolicy policy) {
        ReadyExpressions expressions = new ReadyExpressions(client.getKubernetesSerialization());
        return new DependencyStep<>(new Dependencies<>(rules, lookUp, expressions, policy), waits, policy);
    }

    /**
     * Returns when all is ready.
     *
     * @param outdated whether a dependency that is ready has to go on to what this pass works on
     * @throws Failure {@link Waiting}, or {@link Stalled} because of an expression that cannot be compiled
     */
    public void requireReady(Pass<R, S> pass, Predicate<R> outdated) throws Failure {
        try {
            Optional<String> unmet = await(pass.object(), outdated);
            if (unmet.isPresent()) {
                throw waiting(pass, unmet.get());
            }
        } catch (InvalidReadyExpression e) {
            waits.end(ObjectName.of(pass.object()));
            throw stalled(String.valueOf(e.getMessage()));
        }
    }

    /** Why the object has to wait; from now on it is woken. */
    private Optional<String> await(R object, Predicate<R> outdated) throws InvalidReadyExpression {
        ObjectName name = ObjectName.of(object);
        List<Dependency> wanted = dependencies.of(object);
        waits.end(name);
        if (wanted.isEmpty() || dependencies.unmet(object, outdated).isEmpty()) {
            return Optional.empty();
        }
        waits.begin(name, wanted);
        // what changed before the wait began woke nobody
        Optional<String> unmet = dependencies.unmet(object, outdated);
        if (unmet.isEmpty()) {
            waits.end(name);
        }
        return unmet;
    }

    private Stalled stalled(String why) {
        Stalled stalled = Stalled.terminal(CommonReason.INVALID_CEL_EXPRESSION, why);
        return switch (policy.events()) {
            case SUMMARY -> stalled;
            case REASON -> stalled.announcing(Severity.ERROR, why);
        };
    }

    /** Told once, not each time the net looks again. */
    private Waiting waiting(Pass<R, S> pass, String unmet) {
        Waiting waiting = Waiting.on(CommonReason.DEPENDENCY_NOT_READY, unmet, policy.requeueDependency());
        boolean told = pass.previousConditions().stream()
                .anyMatch(mark -> mark.type().equals(ConditionType.READY)
                        && mark.message().equals(unmet)
                        && Objects.equals(
                                mark.observedGeneration(),
                                pass.object().getMetadata().getGeneration()));
        return told ? waiting : waiting.announcing(Severity.INFO, announcement(unmet));
    }

    private String announcement(String unmet) {
        return switch (policy.events()) {
            case SUMMARY ->
                "Dependencies do not meet ready condition, retrying in " + GoDuration.of(policy.requeueDependency());
            case REASON -> unmet;
        };
    }

    /** The object is gone. */
    public void forget(R object) {
        waits.end(ObjectName.of(object));
    }
}
