package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.apply.Marker;
import io.fluxj.apply.Ownership;
import io.fluxj.apply.stage.Markers;
import io.fluxj.apply.stage.Takeover;
import io.fluxj.apply.stage.Takeover.Manager;
import io.fluxj.apply.stage.Takeover.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The labels and annotations by which objects steer Flux, and what an apply takes over. Source: conditions-events §1, §11. */
final class FluxMarkers {

    static final String GROUP = "kustomize.toolkit.fluxcd.io";
    static final String FIELD_MANAGER = "kustomize-controller";

    private static final Marker NOT_RECONCILED = new Marker(GROUP + "/reconcile", "disabled");
    private static final Marker NOT_PRUNED = new Marker(GROUP + "/prune", "disabled");
    private static final Marker IGNORED = new Marker(GROUP + "/ssa", "Ignore");
    private static final Marker MERGED = new Marker(GROUP + "/ssa", "Merge");
    private static final Marker ONLY_CREATED = new Marker(GROUP + "/ssa", "IfNotPresent");
    private static final Marker FORCED = new Marker(GROUP + "/force", "enabled");

    /** Live objects that no prune deletes. */
    static final Set<Marker> KEPT = Set.of(NOT_PRUNED, NOT_RECONCILED, IGNORED);

    /** What to do about a field that cannot be changed. */
    static final String HOW_TO_REPLACE =
            "a field that cannot be changed: set spec.force: true, or annotate this object with " + FORCED.key() + ": "
                    + FORCED.value() + ", to let it be deleted and created anew";

    private FluxMarkers() {}

    /** The owner of an object's objects. */
    static Ownership ownership(Kustomization object) {
        return new Ownership(
                FIELD_MANAGER,
                Map.of(
                        GROUP + "/name", object.getMetadata().getName(),
                        GROUP + "/namespace", object.getMetadata().getNamespace()));
    }

    static Markers markers() {
        return new Markers(Set.of(NOT_RECONCILED, IGNORED), Set.of(ONLY_CREATED), Set.of(FORCED), Set.of(MERGED));
    }

    /**
     * What is taken over from others.
     *
     * @param more field managers besides those that always are
     * @param versions whether entries of other API versions are brought to the manifest's
     */
    static Takeover takeover(List<String> more, boolean versions) {
        List<Manager> managers = new ArrayList<>(List.of(
                new Manager("kubectl", Operation.APPLY),
                new Manager("kubectl", Operation.UPDATE),
                new Manager("before-first-apply", Operation.UPDATE),
                new Manager(FIELD_MANAGER, Operation.UPDATE)));
        for (String name : more) {
            managers.add(new Manager(name, Operation.APPLY));
            managers.add(new Manager(name, Operation.UPDATE));
        }
        return new Takeover(
                managers,
                Set.of(
                        "kubectl.kubernetes.io/last-applied-configuration",
                        GROUP + "/checksum",
                        "fluxcd.io/sync-checksum"),
                Set.of("fluxcd.io/sync-gc-mark"),
                versions);
    }
}
