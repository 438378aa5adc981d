package io.fluxj.git.jgit;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Objects of a commit that were fetched, on disk. Their files can be written any number of times, at once too; they go when nobody needs them any more. */
final class Received {
    private final ScratchRepository scratch;
    private final Selection selection;
    private int users;
    private boolean retired;

    Received(ScratchRepository scratch, Selection selection) {
        this.scratch = scratch;
        this.selection = selection;
    }

    ScratchRepository scratch() {
        return scratch;
    }

    Selection selection() {
        return selection;
    }

    /** Begins to use them, unless they go already. */
    synchronized boolean acquire() {
        if (!retired) {
            users++;
        }
        return !retired;
    }

    synchronized void release() {
        users--;
        removeIfUnused();
    }

    /** Nobody begins to use them any more. */
    synchronized void retire() {
        if (!retired) {
            retired = true;
            removeIfUnused();
        }
    }

    private void removeIfUnused() {
        if (retired && users == 0) {
            try {
                scratch.close();
            } catch (IOException left) {
                throw new UncheckedIOException("objects of a commit cannot be removed", left);
            }
        }
    }
}
