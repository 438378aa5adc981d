package io.fluxj.runtime.dependency;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.api.meta.DependencyReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a kind whose objects depend on each other.
 *
 * @param type the kind's class
 * @param dependsOn {@code spec.dependsOn}
 * @param observed what the status says; empty when there is none
 * @param user whom an object acts as when it reads objects of other kinds; empty where it waits for its own kind only
 */
public record DependencyRules<R extends CustomResource<?, ?>>(
        Class<R> type,
        Function<R, List<DependencyReference>> dependsOn,
        Function<R, Observed> observed,
        Optional<Function<R, String>> user) {

    /** Of a kind whose objects wait for their own kind only. */
    public DependencyRules(
            Class<R> type, Function<R, List<DependencyReference>> dependsOn, Function<R, Observed> observed) {
        this(type, dependsOn, observed, Optional.empty());
    }

    /** The same, whose objects may wait for any kind, which is read as that user; empty for the controller itself. */
    public DependencyRules<R> readingAs(Function<R, String> reader) {
        return new DependencyRules<>(type, dependsOn, observed, Optional.of(reader));
    }

    /**
     * The parts of a status that those who depend on the object look at.
     *
     * @param generation of the spec that was handled last
     * @param applied what was made of it last, such as a revision; those who wait hear of another one
     */
    public record Observed(
            @Nullable Long generation,
            List<Condition> conditions,
            @Nullable String applied) {

        /** Nothing yet. */
        public static final Observed NOTHING = new Observed(null, List.of(), null);

        private boolean saysReady() {
            return conditions.stream()
                    .anyMatch(condition -> condition.type().equals("Ready")
                            && condition.status().is(ConditionStatus.TRUE));
        }
    }

    /** Whether the newest spec was handled to a good end. Source: behaviour §0.5. */
    public boolean isReady(R object) {
        Observed status = observed.apply(object);
        return Objects.equals(object.getMetadata().getGeneration(), status.generation()) && status.saysReady();
    }

    /** The objects of its own kind that an object depends on. */
    public List<ObjectName> ownDependenciesOf(R object) {
        return dependenciesOf(object).stream()
                .filter(dependency -> dependency.foreign().isEmpty())
                .map(Dependency::name)
                .toList();
    }

    List<Dependency> dependenciesOf(R object) {
        return dependsOn.apply(object).stream()
                .map(reference -> Dependency.of(object, reference))
                .toList();
    }
}
