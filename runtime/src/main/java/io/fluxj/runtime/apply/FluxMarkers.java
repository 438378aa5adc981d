package io.fluxj.runtime.apply;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.apply.Marker;
import io.fluxj.apply.Ownership;
import io.fluxj.apply.stage.Markers;
import io.fluxj.apply.stage.Takeover;
import io.fluxj.apply.stage.Takeover.Manager;
import io.fluxj.apply.stage.Takeover.Operation;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The labels and annotations by which objects steer Flux, and what an apply takes over. Source: conditions-events §1, §11.
 *
 * @param group API group of the kind that applies, such as {@code kustomize.toolkit.fluxcd.io}
 * @param fieldManager of the controller, such as {@code kustomize-controller}
 */
public record FluxMarkers(String group, String fieldManager) {

    /** Live objects that no prune deletes. */
    public Set<Marker> kept() {
        return Set.of(marker("prune", "disabled"), notReconciled(), ignored());
    }

    /** What manifests and objects say about how they are applied. */
    public Markers markers() {
        return new Markers(
                Set.of(notReconciled(), ignored()),
                Set.of(marker("ssa", "IfNotPresent")),
                Set.of(forced()),
                Set.of(marker("ssa", "Merge")));
    }

    /** The owner of what an object applies. */
    public Ownership ownership(HasMetadata object) {
        return new Ownership(
                fieldManager,
                Map.of(
                        group + "/name", object.getMetadata().getName(),
                        group + "/namespace", object.getMetadata().getNamespace()));
    }

    /** The object that is this owner. */
    ResourceID ownerOf(Ownership owner) {
        return new ResourceID(
                owner.labels().getOrDefault(group + "/name", ""),
                owner.labels().getOrDefault(group + "/namespace", ""));
    }

    /** What to do about a field that cannot be changed. */
    public String howToReplace() {
        return "a field that cannot be changed: set spec.force: true, or annotate this object with " + forced().key()
                + ": " + forced().value() + ", to let it be deleted and created anew";
    }

    /**
     * What is taken over from others.
     *
     * @param more field managers besides those that always are
     * @param versions whether entries of other API versions are brought to the manifest's
     */
    public Takeover takeover(List<String> more, boolean versions) {
        List<Manager> managers = new ArrayList<>(List.of(
                new Manager("kubectl", Operation.APPLY),
                new Manager("kubectl", Operation.UPDATE),
                new Manager("before-first-apply", Operation.UPDATE),
                new Manager(fieldManager, Operation.UPDATE)));
        for (String name : more) {
            managers.add(new Manager(name, Operation.APPLY));
            managers.add(new Manager(name, Operation.UPDATE));
        }
        return new Takeover(
                managers,
                Set.of(
                        "kubectl.kubernetes.io/last-applied-configuration",
                        group + "/checksum",
                        "fluxcd.io/sync-checksum"),
                Set.of("fluxcd.io/sync-gc-mark"),
                versions);
    }

    private Marker notReconciled() {
        return marker("reconcile", "disabled");
    }

    private Marker ignored() {
        return marker("ssa", "Ignore");
    }

    private Marker forced() {
        return marker("force", "enabled");
    }

    private Marker marker(String name, String value) {
        return new Marker(group + "/" + name, value);
    }
}
