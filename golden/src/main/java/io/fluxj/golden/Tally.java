package io.fluxj.golden;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Turns verdicts into results of tests and counts them; at the end it prints one line, {@code N passed, M failed}. */
final class Tally {
    private final PrintStream out;
    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    Tally(PrintStream out) {
        this.out = out;
    }

    /** Makes the verdict the result of the running test: a failure, an aborted test that says why, or nothing. */
    void count(Recording recording, Verdict verdict) {
        switch (verdict) {
            case Verdict.Passed() -> passed.incrementAndGet();
            case Verdict.Skipped(String why) -> {
                out.println("skipped: " + recording.id() + ": " + why);
                Assumptions.abort(why);
            }
            case Verdict.Differs(String difference) -> {
                failed.incrementAndGet();
                Assertions.fail(recording.id() + " is not as recorded (- recorded, + seen)\n" + difference);
            }
        }
    }

    void countFailure() {
        failed.incrementAndGet();
    }

    void print() {
        out.println(passed + " passed, " + failed + " failed");
    }
}
