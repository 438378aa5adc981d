package io.fluxj.sops;

/**
 * What is taken of a file that nobody vouches for.
 *
 * @param bytes size of a file; Flux takes 5 MiB
 * @param depth levels of nesting
 * @param nodes values and keys, those that aliases repeat counted each time
 * @param masterKeys entries of keys in all groups
 */
public record Limits(int bytes, int depth, int nodes, int masterKeys) {
    /** Far above what files in use need. */
    public static final Limits DEFAULT = new Limits(5 << 20, 1_000, 1_000_000, 1_000);

    /**
     * Checks the size of a file.
     *
     * @throws SopsException if there are more bytes
     */
    public void checkSize(long size) {
        if (size > bytes) {
            throw new SopsException(
                    SopsException.Stage.LOAD, "the file has " + size + " bytes; at most " + bytes + " are taken");
        }
    }
}
