package io.fluxj.helmrelease;

import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.runtime.apply.FluxMarkers;
import io.fluxj.runtime.apply.InventoryField;

/** What distinguishes HelmReleases from other kinds that apply objects. */
public final class Own {

    /** The group of the kind, and of its labels, annotations and event metadata. */
    public static final String GROUP = "helm.toolkit.fluxcd.io";
    /** As this the controller writes. */
    public static final String MANAGER = "helm-controller";
    /** Its labels. */
    public static final FluxMarkers MARKERS = new FluxMarkers(GROUP, MANAGER);
    /** Its inventory. */
    public static final InventoryField<HelmReleaseStatus> INVENTORY =
            new InventoryField<>(HelmReleaseStatus::inventory, HelmReleaseStatus::withInventory);

    private Own() {}
}
