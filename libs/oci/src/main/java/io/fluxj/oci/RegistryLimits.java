package io.fluxj.oci;

/**
 * What a registry may cost us.
 *
 * @param manifestBytes of one manifest, and of one page of a list
 * @param blobBytes of one blob
 * @param tags of one repository
 * @param tagsPerPage how many are asked for at a time; registries may give fewer, or all at once
 */
public record RegistryLimits(int manifestBytes, long blobBytes, int tags, int tagsPerPage) {
    /** Twice what registries take as a manifest, 4 GiB per blob, half a million tags, 1000 per page as Flux asks for. */
    public static final RegistryLimits DEFAULT = new RegistryLimits(8 << 20, 4L << 30, 500_000, 1000);
}
