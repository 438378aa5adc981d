package io.fluxj.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How the sandbox ends when it is interrupted: what runs is closed first, and the process ends with the command's own exit code. */
final class Shutdown {

    private static final int SECONDS = 30;
    private static final int NOT_CLOSED = 1;

    private volatile boolean begun;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    /** From now on an interrupt (Ctrl-C, or a request to end) asks for the end. */
    void onInterrupt() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::endProcess));
    }

    /** There is something to close from now on. */
    void hasBegun() {
        begun = true;
    }

    boolean isAskedFor() {
        return asked.getCount() == 0;
    }

    /** All is closed. */
    void hasEnded(int code) {
        ended.complete(code);
    }

    /** A virtual machine that was interrupted would tell the signal as its exit code. */
    private void endProcess() {
        if (!begun || ended.isDone()) {
            return;
        }
        asked.countDown();
        int code = NOT_CLOSED;
        try {
            code = ended.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            System.err.println("✗ not all could be closed within " + SECONDS + "s");
        }
        Runtime.getRuntime().halt(code);
    }
}
