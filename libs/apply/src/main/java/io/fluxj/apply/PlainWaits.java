package io.fluxj.apply;

/** Blocks, and that is all. */
record PlainWaits(CancelSignal cancel) implements Waits {
    @Override
    public <T> T during(Blocking<T> wait) throws InterruptedException {
        return wait.await();
    }
}
