package io.fluxj.sops.metadata;

/** Where a format keeps the block of sops. */
public enum Placement {
    /** Under the key {@code sops}. */
    NESTED,
    /** In a section {@code sops}, as one flat list of keys. */
    SECTION,
    /** As keys that begin with {@code sops_} among the others. */
    PREFIXED
}
