package io.fluxj.helmrelease.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.meta.ResourceInventory;
import io.fluxj.api.meta.ResourceReference;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.inventory.Inventory;
import io.fluxj.helm.Notices;
import io.fluxj.helm.action.ClusterException;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.release.Release;
import io.fluxj.helmrelease.release.HelmActions;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code status.inventory}: the objects of a release and the CRDs of its chart. Source: behaviour §3.7. */
record ReleaseInventory(ReleaseSite site) {

    private static final Reason NOT_BUILT = () -> "InventoryBuildFailed";

    /**
     * Writes down what a release consists of, whether or not the server took all of it.
     *
     * @param chart whose CRDs belong to it; empty where they are none of the action's
     */
    void keep(Release release, Optional<Chart> chart) {
        HelmActions actions = site.actions(Notices.NONE, _ -> {});
        try {
            Stream<ObjectNode> crds = chart.stream().flatMap(each -> actions.crds(each, release.config()).stream());
            keep(Stream.concat(actions.objects(release).stream(), crds));
        } catch (ClusterException e) {
            site.pass().emit(Severity.ERROR, NOT_BUILT, "failed to build inventory: " + e.getMessage(), Map.of());
        }
    }

    private void keep(Stream<ObjectNode> objects) {
        List<ObjectRef> refs = objects.map(ObjectRef::of).toList();
        List<ResourceReference> entries = new Inventory(refs)
                .entries().stream()
                        .map(entry -> new ResourceReference(entry.id(), entry.version(), Map.of()))
                        .toList();
        site.pass().update(status -> status.withInventory(new ResourceInventory(entries, Map.of())));
    }

    /** Nothing is left of it. */
    void clear() {
        site.pass().update(status -> status.withInventory(null));
    }
}
