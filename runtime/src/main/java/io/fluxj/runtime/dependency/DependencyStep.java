package io.fluxj.runtime.dependency;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Waiting;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lets an object go on only when all it depends on is ready; a change there wakes it. */
public final class DependencyStep<R extends CustomResource<?, S>, S> {

    private final Dependencies<R> dependencies;
    private final DependencyWatch<R> watch;
    private final DependencyWaits waits;
    private final DependencyPolicy policy;
    private final Optional<ForeignDependencies<R>> foreign;

    DependencyStep(
            Dependencies<R> dependencies,
            DependencyWatch<R> watch,
            DependencyPolicy policy,
            Optional<ForeignDependencies<R>> foreign) {
        this.dependencies = dependencies;
        this.watch = watch;
        this.waits = watch.waits();
        this.policy = policy;
        this.foreign = foreign;
    }

    /**
     * For one kind.
     *
     * @param lookUp finds an object of the kind
     * @param watch wakes those who wait
     */
    public static <R extends CustomResource<?, S>, S> DependencyStep<R, S> of(
            DependencyRules<R> rules,
            Function<ObjectName, Optional<R>> lookUp,
            DependencyWatch<R> watch,
            KubernetesClient client,
            DependencyPolicy policy) {
        ReadyExpressions expressions = new ReadyExpressions(client.getKubernetesSerialization());
        Optional<ForeignDependencies<R>> foreign = rules.user()
                .map(user -> new ForeignDependencies<>(
                        new ForeignObjects<>(Cluster.of(client), user), expressions, policy.additiveExpressions()));
        return new DependencyStep<>(
                new Dependencies<>(rules, lookUp, expressions, policy, foreign), watch, policy, foreign);
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
            endWait(ObjectName.of(pass.object()));
            throw stalled(String.valueOf(e.getMessage()));
        }
    }

    /** Why the object has to wait; from now on it is woken. */
    private Optional<String> await(R object, Predicate<R> outdated) throws InvalidReadyExpression {
        ObjectName name = ObjectName.of(object);
        List<Dependency> wanted = dependencies.of(object);
        endWait(name);
        if (wanted.isEmpty() || dependencies.unmet(object, outdated).isEmpty()) {
            return Optional.empty();
        }
        waits.begin(name, wanted);
        watchForeign(object, wanted);
        // what changed before the wait began woke nobody
        Optional<String> unmet = dependencies.unmet(object, outdated);
        if (unmet.isEmpty()) {
            endWait(name);
        }
        return unmet;
    }

    private void watchForeign(R object, List<Dependency> wanted) {
        for (Dependency dependency : wanted) {
            dependency
                    .foreign()
                    .ifPresent(
                            kind -> foreign.ifPresent(others -> others.watch(dependency, kind, object, watch::wake)));
        }
    }

    private void endWait(ObjectName name) {
        var _ = waits.end(name);
        foreign.ifPresent(others -> others.end(name));
    }

    /**
     * Returns when no other that depends on this one, and is being deleted too, is left. Those in a circle with it do not count.
     *
     * @param dependents those of the kind that refer to it
     * @throws Waiting until then; it is woken when one is gone
     */
    public void requireUndepended(Pass<R, S> pass, List<R> dependents) throws Waiting {
        ObjectName name = ObjectName.of(pass.object());
        var _ = waits.end(name);
        List<ObjectName> going = dependents.stream()
                .filter(dependent -> dependent.getMetadata().getDeletionTimestamp() != null)
                .map(ObjectName::of)
                .filter(dependent -> !dependencies.leadsTo(name, dependent))
                .sorted(Comparator.comparing(ObjectName::toString))
                .toList();
        if (!going.isEmpty()) {
            waits.begin(name, going.stream().map(Dependency::on).toList());
            String names = going.stream().map(ObjectName::toString).collect(Collectors.joining(", "));
            throw Waiting.on(
                    CommonReason.DEPENDENCY_NOT_READY,
                    "deleted after those that depend on it: " + names,
                    policy.requeueDependency());
        }
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
        endWait(ObjectName.of(object));
    }
}
