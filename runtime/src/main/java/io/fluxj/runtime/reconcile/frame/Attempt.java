package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.runtime.client.WriteRefused;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.secret.ScrubbedLines;
import io.fluxj.runtime.secret.Scrubber;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.slf4j.LoggerFactory;

/** What came of the steps of a kind. */
sealed interface Attempt {
    /** They reached their end. */
    record Succeeded(Outcome outcome) implements Attempt {}

    /** They failed in a way they named. */
    record Failed(Failure failure) implements Attempt {}

    /** They failed in a way nobody expected. */
    record Panicked(Retryable failure) implements Attempt {}

    /** The process stops. */
    record Interrupted() implements Attempt {}

    /** Takes the steps. The one place where exceptions of any type are caught. */
    static Attempt at(Callable<Outcome> steps, Scrubber scrubber) {
        try {
            return new Succeeded(ScrubbedLines.through(scrubber, steps));
        } catch (Failure failure) {
            return new Failed(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Interrupted();
        } catch (KubernetesClientException refused) {
            return new Failed(Retryable.of(CommonReason.RECONCILIATION_FAILED, message(refused), refused));
        } catch (WriteRefused noLeader) {
            return new Interrupted();
        } catch (Throwable unexpected) {
            // Errors too: JOSDK would take the object for busy for ever.
            FatalErrors.endProcess(unexpected);
            return panicked(unexpected, scrubber::scrub);
        }
    }

    private static Attempt panicked(Throwable unexpected, UnaryOperator<String> scrub) {
        String what = scrub.apply(unexpected.getClass().getSimpleName() + ": " + message(unexpected));
        LoggerFactory.getLogger(Attempt.class)
                .atError()
                .addKeyValue("error", what)
                .addKeyValue("stacktrace", Traces.of(unexpected))
                .log("Observed a panic");
        String message = "an error in the controller itself, please report it: " + what;
        return new Panicked(Retryable.of(CommonReason.RECONCILIATION_FAILED, message, unexpected));
    }

    private static String message(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), "no message");
    }
}
