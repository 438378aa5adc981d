package io.fluxj.watcher.copy;

/** What the tree of one artifact may take. Not for use by several threads. */
public final class StagingBudget {
    private final long bytes;
    private final int entries;
    private long bytesLeft;
    private int entriesLeft;

    /**
     * A fresh one.
     *
     * @param bytes of all files that are written, also of those that others replace
     * @param entries files and folders
     */
    public StagingBudget(long bytes, int entries) {
        this.bytes = bytes;
        this.entries = entries;
        this.bytesLeft = bytes;
        this.entriesLeft = entries;
    }

    long bytesLeft() {
        return bytesLeft;
    }

    int entriesLeft() {
        return entriesLeft;
    }

    /** One file of that size. */
    void spend(long size) throws CopyException {
        spend(size, 1);
    }

    void spend(long size, int count) throws CopyException {
        bytesLeft -= size;
        entriesLeft -= count;
        if (bytesLeft < 0) {
            throw new CopyException(
                    "the artifact takes more than " + bytes + " bytes, see --artifact-max-unpacked-bytes");
        }
        if (entriesLeft < 0) {
            throw new CopyException(
                    "the artifact has more than " + entries + " files and folders, see --artifact-max-entries");
        }
    }
}
