package io.fluxj.git;

/**
 * Bounds on what one fetch may bring; a repository that exceeds one is refused.
 *
 * @param received what the server may send
 * @param files files and folders written
 * @param bytes bytes written
 * @param depth folders within folders
 */
public record FetchLimits(Received received, long files, long bytes, int depth) {
    /**
     * Bounds on what a server may send, told before memory is taken for it.
     *
     * @param references references (and other lines) in one answer
     * @param referenceBytes bytes of them
     * @param packBytes bytes of packed objects
     * @param objects objects that a pack may announce
     * @param objectBytes bytes of one object, unpacked
     */
    public record Received(long references, long referenceBytes, long packBytes, long objects, long objectBytes) {
        /**
         * 100,000 references in 16 MiB, 2 GiB packed, a million objects, a quarter of the heap but at most 256 MiB for one object: beyond any
         * repository of manifests, and little enough for several at once.
         */
        public static final Received DEFAULT = new Received(
                100_000,
                16L << 20,
                2L << 30,
                1_000_000,
                Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4));

        /** These bounds with another number of references. */
        public Received withReferences(long references) {
            return new Received(references, referenceBytes, packBytes, objects, objectBytes);
        }

        /** These bounds with another number of objects. */
        public Received withObjects(long objects) {
            return new Received(references, referenceBytes, packBytes, objects, objectBytes);
        }

        /** These bounds with another size of packs. */
        public Received withPackBytes(long packBytes) {
            return new Received(references, referenceBytes, packBytes, objects, objectBytes);
        }
    }

    /** As {@link Received#DEFAULT}; half a million entries, 4 GiB written, 128 levels. */
    public static final FetchLimits DEFAULT = new FetchLimits(Received.DEFAULT, 500_000, 4L << 30, 128);

    /** These bounds with others on what is received. */
    public FetchLimits withReceived(Received received) {
        return new FetchLimits(received, files, bytes, depth);
    }
}
