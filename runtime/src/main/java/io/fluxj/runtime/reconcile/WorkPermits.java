package io.fluxj.runtime.reconcile;

import java.util.concurrent.Semaphore;

/** {@code --concurrent}: how many passes of a kind may work at once. First come, first served; waiting takes none. */
public final class WorkPermits {
    private final Semaphore permits;
    private final int total;

    /**
     * @param total at least 1
     */
    public WorkPermits(int total) {
        if (total < 1) {
            throw new IllegalArgumentException("--concurrent must be at least 1, not " + total);
        }
        this.total = total;
        this.permits = new Semaphore(total, true);
    }

    /** As many as there are. */
    public int total() {
        return total;
    }

    /** Those in use now. */
    public int inUse() {
        return total - permits.availablePermits();
    }

    void take() throws InterruptedException {
        permits.acquire();
    }

    void giveBack() {
        permits.release();
    }
}
