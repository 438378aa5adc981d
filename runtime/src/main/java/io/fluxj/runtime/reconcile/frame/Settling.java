package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.runtime.client.WriteRefused;
import io.fluxj.runtime.metrics.PassResult;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Superseded;
import io.fluxj.runtime.reconcile.Waiting;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The end of one pass: what its attempt means for the status, the events and the time of the next pass. */
final class Settling<R extends CustomResource<?, S>, S> {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final WorkingPass<R, S> pass;
    private final FrameParts parts;
    private final Backoff backoff;
    private final KindRules<R, S> rules;
    private final BooleanSupplier suspended;
    private final ResourceID id;

    private Settling(
            WorkingPass<R, S> pass,
            FrameParts parts,
            Backoff backoff,
            KindRules<R, S> rules,
            BooleanSupplier suspended) {
        this.pass = pass;
        this.parts = parts;
        this.backoff = backoff;
        this.rules = rules;
        this.suspended = suspended;
        this.id = ResourceID.fromResource(pass.object());
    }

    /**
     * @param suspended whether the object is so by now
     */
    static <R extends CustomResource<?, S>, S> Settling<R, S> of(
            WorkingPass<R, S> pass,
            FrameParts parts,
            Backoff backoff,
            KindRules<R, S> rules,
            BooleanSupplier suspended) {
        return new Settling<>(pass, parts, backoff, rules, suspended);
    }

    Ending reconcile(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Succeeded succeeded -> succeeded(succeeded.outcome());
            case Attempt.Failed failed -> failed(failed.failure());
            case Attempt.Panicked panicked -> panicked(panicked.failure());
            case Attempt.Interrupted stopping -> interrupted();
        };
    }

    /** The status of an object that is being deleted stays as the steps leave it; the finalizer stays until they succeed. */
    Ending cleanUp(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Succeeded succeeded -> {
                backoff.reset(id);
                yield Ending.never(PassResult.SUCCESS);
            }
            case Attempt.Failed failed -> kept(failed.failure());
            case Attempt.Panicked panicked -> kept(panicked.failure()).withPanic();
            case Attempt.Interrupted stopping -> interrupted();
        };
    }

    /** What was done so far is noted, such as the objects that were written. */
    private Ending interrupted() {
        boolean stopping = Thread.interrupted();
        try {
            pass.flush();
        } catch (KubernetesClientException | WriteRefused refused) {
            LOG.atWarn()
                    .addKeyValue("error", String.valueOf(refused.getMessage()))
                    .log("cannot note how far the pass came");
        } finally {
            if (stopping) {
                Thread.currentThread().interrupt();
            }
        }
        return Ending.after(Duration.ZERO, PassResult.REQUEUE);
    }

    private Ending succeeded(Outcome outcome) {
        ReadyMarks.succeeded(conditions(), rules.ready(), outcome);
        observe();
        copyToken();
        pass.flush();
        if (pass.draft().gone()) {
            return Ending.never(PassResult.SUCCESS);
        }
        outcome.announcements()
                .forEach(event -> pass.emit(event.severity(), event.reason(), event.message(), event.metadata()));
        return conditions().isTrue(ConditionType.READY) || rules.ready() instanceof ReadyRule.Own
                ? ready(outcome)
                : notReady();
    }

    private Ending ready(Outcome outcome) {
        backoff.reset(id);
        LOG.atLevel(outcome.changed() ? Level.INFO : Level.DEBUG).log(pass.scrubbed(outcome.message()));
        if (!outcome.requeueAfter().isPositive()) {
            return Ending.never(PassResult.SUCCESS);
        }
        return Ending.after(parts.jitter().spread(outcome.requeueAfter()), PassResult.REQUEUE_AFTER);
    }

    /** A success that leaves a condition behind which says otherwise counts as a failure. Source: behaviour §10. */
    private Ending notReady() {
        String why =
                conditions().get(ConditionType.READY).map(Condition::message).orElse("not ready");
        LOG.atError().addKeyValue("error", why).log("Reconciler error");
        return Ending.after(backoff.next(id), PassResult.ERROR);
    }

    private Ending failed(Failure failure) {
        if (failure instanceof Superseded superseded && superseded.inTransfer() && suspended.getAsBoolean()) {
            return undone();
        }
        ReadyMarks.failed(conditions(), rules.ready(), failure);
        return written(failure);
    }

    /** No pass comes that would bring what this one began to an end: it is as if it had not begun. */
    private Ending undone() {
        conditions().restore(pass.previousConditions());
        pass.flush();
        LOG.info("suspended while the pass waited for another server");
        return Ending.after(Duration.ZERO, PassResult.REQUEUE);
    }

    private Ending panicked(Retryable failure) {
        ReadyMarks.failed(conditions(), rules.ready(), failure);
        conditions().markFalse(ConditionType.READY, failure.reason(), failure.message());
        return written(failure).withPanic();
    }

    private Ending written(Failure failure) {
        if (failure instanceof Stalled stalled && observes(stalled)) {
            observe();
        }
        copyToken();
        pass.flush();
        if (pass.draft().gone()) {
            return Ending.never(PassResult.SUCCESS);
        }
        announce(failure);
        Ending ending = next(failure);
        report(failure, ending);
        return ending;
    }

    private Ending next(Failure failure) {
        if (!(failure instanceof Retryable)) {
            backoff.reset(id);
        }
        return switch (failure) {
            case Stalled stalled -> Ending.never(PassResult.SUCCESS).withStall();
            case Waiting waiting -> Ending.after(waiting.net(), PassResult.REQUEUE_AFTER);
            case Superseded superseded -> Ending.after(Duration.ZERO, PassResult.REQUEUE);
            case Retryable retryable -> retry(rules.retry().apply(pass.object()));
        };
    }

    private Ending retry(RetryPolicy policy) {
        return switch (policy) {
            case RetryPolicy.Backoff doubling -> Ending.after(backoff.next(id), PassResult.ERROR);
            case RetryPolicy.Fixed fixed ->
                Ending.after(fixed.delay(), PassResult.REQUEUE_AFTER).withFailure();
        };
    }

    private Ending kept(Failure failure) {
        pass.flush();
        if (pass.draft().gone()) {
            return Ending.never(PassResult.SUCCESS);
        }
        announce(failure);
        Ending ending =
                switch (failure) {
                    case Waiting waiting -> next(waiting);
                    case Superseded superseded -> next(superseded);
                    case Stalled stalled -> retry(RetryPolicy.backoff());
                    case Retryable retryable -> retry(RetryPolicy.backoff());
                };
        report(failure, ending);
        return ending;
    }

    private void announce(Failure failure) {
        failure.severity()
                .ifPresent(severity -> pass.emit(severity, failure.reason(), failure.announcement(), Map.of()));
    }

    private void report(Failure failure, Ending ending) {
        String next =
                switch (ending.next()) {
                    case Ending.After after -> "next try in " + GoDuration.of(after.delay());
                    case Ending.Never never -> "no retry until the object changes";
                };
        String message = pass.scrubbed(failure.message());
        switch (failure) {
            case Waiting waiting -> LOG.info("{}, {}", message, next);
            case Superseded superseded -> LOG.info("{}", message);
            case Stalled stalled -> error(failure, message, next);
            case Retryable retryable -> error(failure, message, next);
        }
    }

    private static void error(Failure failure, String message, String next) {
        LOG.atError()
                .addKeyValue("reason", failure.reason().text())
                .addKeyValue("error", message)
                .log("Reconciliation failed, {}", next);
    }

    private boolean observes(Stalled stalled) {
        return stalled.observesGeneration() || !(rules.ready() instanceof ReadyRule.Direct);
    }

    private void observe() {
        pass.draft().observe(rules, Generation.of(pass.object()));
    }

    private void copyToken() {
        String token = Token.of(pass.object());
        if (!token.isEmpty()) {
            pass.draft().handle(token);
        }
    }

    private WorkingConditions conditions() {
        return pass.draft().conditions();
    }
}
