package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.runtime.apply.FluxMarkers;
import io.fluxj.runtime.apply.InventoryField;

/** What distinguishes Kustomizations from other kinds that apply objects. */
final class Own {

    static final String GROUP = "kustomize.toolkit.fluxcd.io";
    static final FluxMarkers MARKERS = new FluxMarkers(GROUP, "kustomize-controller");
    static final InventoryField<KustomizationStatus> INVENTORY =
            new InventoryField<>(KustomizationStatus::inventory, KustomizationStatus::withInventory);

    private Own() {}
}
