package io.fluxj.runtime.dependency;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.cel.EvaluationFailure;
import io.fluxj.cel.InvalidExpression;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tells whether what an object depends on is ready. */
final class Dependencies<R extends CustomResource<?, ?>> {

    private final DependencyRules<R> rules;
    private final Function<ObjectName, Optional<R>> lookUp;
    private final ReadyExpressions expressions;
    private final DependencyPolicy policy;
    private final Optional<ForeignDependencies<R>> foreign;

    /**
     * Judges by the state that {@code lookUp} gives.
     *
     * @param lookUp finds an object of the kind
     * @param foreign judges objects of other kinds; empty where there may be none
     */
    Dependencies(
            DependencyRules<R> rules,
            Function<ObjectName, Optional<R>> lookUp,
            ReadyExpressions expressions,
            DependencyPolicy policy,
            Optional<ForeignDependencies<R>> foreign) {
        this.rules = rules;
        this.lookUp = lookUp;
        this.expressions = expressions;
        this.policy = policy;
        this.foreign = foreign;
    }

    List<Dependency> of(R object) {
        return rules.dependenciesOf(object);
    }

    /**
     * Why the object has to wait; empty when all it depends on is ready.
     *
     * @param outdated whether a dependency that is ready has to go on to what the object works on
     * @throws InvalidReadyExpression which names the dependency and its expression
     */
    Optional<String> unmet(R object, Predicate<R> outdated) throws InvalidReadyExpression {
        for (Dependency dependency : of(object)) {
            Optional<String> unmet = dependency.foreign().isPresent()
                    ? unmet(dependency, dependency.foreign().get(), object)
                    : unmet(dependency, object, outdated);
            if (unmet.isPresent()) {
                return unmet;
            }
        }
        return Optional.empty();
    }

    private Optional<String> unmet(Dependency dependency, Dependency.ForeignKind kind, R object)
            throws InvalidReadyExpression {
        return foreign.isEmpty()
                ? Optional.of("dependency '%s' is of another kind, which is not supported here"
                        .formatted(dependency.described()))
                : foreign.get().unmet(dependency, kind, object);
    }

    private Optional<String> unmet(Dependency dependency, R object, Predicate<R> outdated)
            throws InvalidReadyExpression {
        Optional<R> found = lookUp.apply(dependency.name());
        return found.isEmpty()
                ? Optional.of(missing(dependency.name()))
                : unmet(dependency, object, found.get(), outdated);
    }

    private String missing(ObjectName name) {
        return policy.events().missing(name, HasMetadata.getFullResourceName(rules.type()));
    }

    private Optional<String> unmet(Dependency dependency, R object, R found, Predicate<R> outdated)
            throws InvalidReadyExpression {
        if (!dependency.hasExpression()) {
            return unready(dependency.name(), object, found, outdated);
        }
        Optional<String> unmet = evaluate(dependency, object, found);
        return unmet.isPresent() || !policy.additiveExpressions()
                ? unmet
                : unready(dependency.name(), object, found, outdated);
    }

    private Optional<String> evaluate(Dependency dependency, R object, R found) throws InvalidReadyExpression {
        try {
            return expressions.holds(dependency.readyExpression(), object, found)
                    ? Optional.empty()
                    : Optional.of(
                            "dependency '%s' is not ready according to readyExpr eval".formatted(dependency.name()));
        } catch (EvaluationFailure e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InvalidExpression e) {
            throw new InvalidReadyExpression(dependency.name().name(), e);
        }
    }

    private Optional<String> unready(ObjectName name, R object, R found, Predicate<R> outdated) {
        if (!rules.isReady(found)) {
            return Optional.of("dependency '%s' is not ready%s".formatted(name, cycle(object)));
        }
        return outdated.test(found)
                ? Optional.of("dependency '%s' revision is not up to date".formatted(name))
                : Optional.empty();
    }

    private String cycle(R object) {
        List<ObjectName> way = DependencyCycle.through(ObjectName.of(object), this::dependencies);
        return way.isEmpty()
                ? ""
                : ": it never will be, as these depend on each other: %s; remove one of these from spec.dependsOn"
                        .formatted(String.join(
                                " -> ", way.stream().map(ObjectName::toString).toList()));
    }

    /** Whether one of the same kind depends on another, be it by way of third ones. */
    boolean leadsTo(ObjectName from, ObjectName to) {
        return !DependencyCycle.through(to, name -> name.equals(to) ? List.of(from) : dependencies(name))
                .isEmpty();
    }

    private List<ObjectName> dependencies(ObjectName name) {
        return lookUp.apply(name)
                .map(object -> of(object).stream()
                        .filter(dependency -> dependency.foreign().isEmpty())
                        .map(Dependency::name)
                        .toList())
                .orElse(List.of());
    }
}
