package io.fluxj.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Makes one test of each recording. They are played several at a time, in their order, from the moment the tests are made; a test waits for its recording's
 * verdict. After the last one the tally is printed.
 */
public final class GoldenTests {
    private final Tally tally = new Tally(System.out);
    private final List<DynamicNode> nodes = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    /** Tests of recordings that are fast and need nothing that has to be closed. */
    public static Stream<DynamicNode> of(List<Recording> recordings, Player player) {
        return new GoldenTests().add("recorded", recordings, player, 1, () -> {}).stream();
    }

    /**
     * Adds a group of recordings and starts to play them.
     *
     * @param name of the group, such as that of the API server
     * @param atOnce how many are played at a time
     * @param after is done when all tests have run, whatever came of them
     */
    public GoldenTests add(String name, List<Recording> recordings, Player player, int atOnce, AutoCloseable after) {
        ExecutorService threads =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory());
        List<DynamicTest> tests = new ArrayList<>();
        for (Recording recording : recordings) {
            Future<Verdict> verdict = threads.submit(() -> player.play(recording));
            tests.add(DynamicTest.dynamicTest(recording.id(), () -> await(recording, verdict)));
        }
        threads.shutdown();
        open.add(after);
        open.add(threads::shutdownNow);
        nodes.add(DynamicContainer.dynamicContainer(name, tests));
        return this;
    }

    /** All tests; JUnit closes the stream when they have run. */
    public Stream<DynamicNode> stream() {
        return nodes.stream().onClose(this::close);
    }

    private void await(Recording recording, Future<Verdict> verdict) throws Throwable {
        try {
            tally.count(recording, verdict.get());
        } catch (ExecutionException failed) {
            tally.countFailure();
            throw failed.getCause();
        }
    }

    private void close() {
        RuntimeException failure = null;
        for (AutoCloseable each : open.reversed()) {
            try {
                each.close();
            } catch (Exception failed) {
                failure = new IllegalStateException("cannot end what the recordings were played with", failed);
            }
        }
        tally.print();
        if (failure != null) {
            throw failure;
        }
    }
}
