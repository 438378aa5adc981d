package io.fluxj.runtime.dependency;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.UnknownKindException;
import io.fluxj.apply.health.Health;
import io.fluxj.apply.health.HealthRules;
import io.fluxj.apply.health.Status;
import io.fluxj.cel.EvaluationFailure;
import io.fluxj.cel.InvalidExpression;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells whether objects of other kinds are ready: there, and current by the rules of kstatus, or as an expression says. */
final class ForeignDependencies<R extends CustomResource<?, ?>> {
    private final ForeignObjects<R> objects;
    private final ReadyExpressions expressions;
    private final boolean additiveExpressions;

    ForeignDependencies(ForeignObjects<R> objects, ReadyExpressions expressions, boolean additiveExpressions) {
        this.objects = objects;
        this.expressions = expressions;
        this.additiveExpressions = additiveExpressions;
    }

    /** Why the object has to wait for this one. */
    Optional<String> unmet(Dependency dependency, Dependency.ForeignKind kind, R object) throws InvalidReadyExpression {
        try {
            Optional<ObjectNode> found = objects.find(object, dependency.ref(kind));
            return found.isEmpty()
                    ? Optional.of("dependency '%s' not found".formatted(dependency.described()))
                    : unready(dependency, object, found.get());
        } catch (ApiException | UnknownKindException e) {
            return Optional.of("dependency '%s' cannot be read: %s".formatted(dependency.described(), e.getMessage()));
        }
    }

    private Optional<String> unready(Dependency dependency, R object, ObjectNode found) throws InvalidReadyExpression {
        if (!dependency.hasExpression()) {
            return unhealthy(dependency, found);
        }
        Optional<String> unmet = evaluate(dependency, object, found);
        return unmet.isPresent() || !additiveExpressions ? unmet : unhealthy(dependency, found);
    }

    private static Optional<String> unhealthy(Dependency dependency, ObjectNode found) {
        Health health = HealthRules.standard().judge(found, Clock.systemUTC().instant());
        return health.status() == Status.CURRENT
                ? Optional.empty()
                : Optional.of("dependency '%s' is not ready: %s".formatted(dependency.described(), health.message()));
    }

    private Optional<String> evaluate(Dependency dependency, R object, ObjectNode found) throws InvalidReadyExpression {
        try {
            return expressions.holds(dependency.readyExpression(), object, found)
                    ? Optional.empty()
                    : Optional.of("dependency '%s' is not ready according to readyExpr eval"
                            .formatted(dependency.described()));
        } catch (EvaluationFailure e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InvalidExpression e) {
            throw new InvalidReadyExpression(dependency.name().name(), e);
        }
    }

    /** From now on the object is woken when this one changes; one that cannot be watched is looked at by the clock. */
    void watch(Dependency dependency, Dependency.ForeignKind kind, R object, Consumer<ObjectName> wake) {
        ObjectRef ref = dependency.ref(kind);
        try {
            String seen = objects.find(object, ref)
                    .map(found -> found.path("metadata").path("resourceVersion").asText(""))
                    .orElse("");
            objects.watch(object, ObjectName.of(object), ref, seen, wake);
        } catch (ApiException | UnknownKindException e) {
            // It is said why when the object is told what it waits for.
        }
    }

    /** The object waits no more. */
    void end(ObjectName name) {
        objects.end(name);
    }
}
