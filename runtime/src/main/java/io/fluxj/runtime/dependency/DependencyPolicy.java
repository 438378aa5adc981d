package io.fluxj.runtime.dependency;

import java.time.Duration;

/**
 * How a kind waits for what its objects depend on.
 *
 * @param requeueDependency {@code --requeue-dependency}: when to look again if nothing wakes the object
 * @param additiveExpressions gate {@code AdditiveCELDependencyCheck}: a {@code readyExpr} must hold besides the built-in check,
 *     not instead of it
 * @param events what is told of a wait
 */
public record DependencyPolicy(Duration requeueDependency, boolean additiveExpressions, Events events) {

    /** What is told of a wait. Source: conditions-events §4 and §5. */
    public enum Events {
        /** That there is something to wait for, as kustomize-controller does. */
        SUMMARY,
        /** What it is, as helm-controller does. */
        REASON;

        /** Says that there is no such dependency. */
        String missing(ObjectName name, String resource) {
            return switch (this) {
                case SUMMARY -> "dependency '%s' not found: %s \"%s\" not found".formatted(name, resource, name.name());
                case REASON ->
                    "unable to get '%s' dependency: %s \"%s\" not found".formatted(name, resource, name.name());
            };
        }
    }
}
