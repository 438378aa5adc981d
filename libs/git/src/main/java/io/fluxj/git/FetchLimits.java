package io.fluxj.git;

/**
 * Bounds on what one fetch may bring; a repository that exceeds one is refused.
 *
 * @param packBytes bytes of packed objects received
 * @param files files and folders written
 * @param bytes bytes written
 * @param depth folders within folders
 */
public record FetchLimits(long packBytes, long files, long bytes, int depth) {
    /** 2 GiB packed, half a million entries, 4 GiB written, 128 levels: beyond any repository of manifests. */
    public static final FetchLimits DEFAULT = new FetchLimits(2L << 30, 500_000, 4L << 30, 128);
}
