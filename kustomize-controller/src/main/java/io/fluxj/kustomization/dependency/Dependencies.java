package io.fluxj.kustomization.dependency;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.kustomization.source.ResolvedSource;
import io.fluxj.kustomization.source.SourceName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tells whether what a Kustomization depends on is ready. */
public final class Dependencies {

    private final Function<ObjectName, Optional<Kustomization>> lookUp;

    /**
     * Judges by the state that {@code lookUp} gives.
     *
     * @param lookUp finds a Kustomization
     */
    public Dependencies(Function<ObjectName, Optional<Kustomization>> lookUp) {
        this.lookUp = lookUp;
    }

    /** Why the object has to wait; empty when all it depends on is ready. */
    public Optional<String> unmet(Kustomization object, ResolvedSource source) {
        return ObjectName.dependenciesOf(object).stream()
                .flatMap(name -> unmet(name, object, source).stream())
                .findFirst();
    }

    private Optional<String> unmet(ObjectName name, Kustomization object, ResolvedSource source) {
        Optional<Kustomization> dependency = lookUp.apply(name);
        if (dependency.isEmpty()) {
            return Optional.of("dependency '%s' not found: kustomizations.kustomize.toolkit.fluxcd.io \"%s\" not found"
                    .formatted(name, name.name()));
        }
        if (!isReady(dependency.get())) {
            return Optional.of("dependency '%s' is not ready%s".formatted(name, cycle(object)));
        }
        boolean outdated = SourceName.of(dependency.get()).equals(source.name())
                && !source.revision().equals(dependency.get().getStatus().lastAppliedRevision());
        return outdated ? Optional.of("dependency '%s' revision is not up to date".formatted(name)) : Optional.empty();
    }

    /** Whether the newest spec was handled to a good end. */
    public static boolean isReady(Kustomization dependency) {
        KustomizationStatus status = dependency.getStatus();
        return status != null
                && dependency.getMetadata().getGeneration().equals(status.observedGeneration())
                && status.conditions().stream().anyMatch(Dependencies::isReady);
    }

    private static boolean isReady(Condition condition) {
        return condition.type().equals("Ready") && condition.status().is(ConditionStatus.TRUE);
    }

    private String cycle(Kustomization object) {
        List<ObjectName> way = DependencyCycle.through(ObjectName.of(object), this::dependencies);
        return way.isEmpty()
                ? ""
                : ": it never will be, as these depend on each other: %s; remove one of these from spec.dependsOn"
                        .formatted(String.join(
                                " -> ", way.stream().map(ObjectName::toString).toList()));
    }

    private List<ObjectName> dependencies(ObjectName name) {
        return lookUp.apply(name).map(ObjectName::dependenciesOf).orElse(List.of());
    }
}
