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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the steps of a kind. The one place where exceptions of any type are caught. */
final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private Steps() {}

    static Attempt attempt(Callable<Outcome> steps, Scrubber scrubber) {
        try {
            return new Attempt.Succeeded(ScrubbedLines.through(scrubber, steps));
        } catch (Failure failure) {
            return new Attempt.Failed(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Attempt.Interrupted();
        } catch (KubernetesClientException refused) {
            return new Attempt.Failed(Retryable.of(CommonReason.RECONCILIATION_FAILED, message(refused), refused));
        } catch (WriteRefused noLeader) {
            return new Attempt.Interrupted();
        } catch (Throwable unexpected) {
            // Errors too: JOSDK would take the object for busy for ever.
            FatalErrors.endProcess(unexpected);
            return panicked(unexpected, scrubber::scrub);
        }
    }

    private static Attempt panicked(Throwable unexpected, UnaryOperator<String> scrub) {
        String what = scrub.apply(unexpected.getClass().getSimpleName() + ": " + message(unexpected));
        LOG.atError()
                .addKeyValue("error", what)
                .addKeyValue("stacktrace", Traces.of(unexpected))
                .log("Observed a panic");
        String message = "an error in the controller itself, please report it: " + what;
        return new Attempt.Panicked(Retryable.of(CommonReason.RECONCILIATION_FAILED, message, unexpected));
    }

    private static String message(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), "no message");
    }
}
