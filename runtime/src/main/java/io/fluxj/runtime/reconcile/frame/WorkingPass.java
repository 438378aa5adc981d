package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.metrics.StepMetrics;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Conditions;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Step;
import io.fluxj.runtime.reconcile.Superseded;
import io.fluxj.runtime.reconcile.Wait;
import io.fluxj.runtime.secret.Scrubber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** The pass that the frame hands to the steps. */
final class WorkingPass<R extends CustomResource<?, S>, S> implements Pass<R, S> {
    private final R object;
    private final StatusDraft<R, S> draft;
    private final List<Condition> previous;
    private final ReadyRule rule;
    private final PassEvents events;
    private final PassRun run;

    /** What a pass holds of the machinery around it. */
    record PassRun(String id, Permit permit, WorkPermits transfers, Newer newer, StepMetrics steps) {}

    WorkingPass(R object, StatusDraft<R, S> draft, ReadyRule rule, PassEvents events, PassRun run) {
        this.object = object;
        this.draft = draft;
        this.previous = draft.conditions().all();
        this.rule = rule;
        this.events = events;
        this.run = run;
    }

    @Override
    public R object() {
        return object;
    }

    @Override
    public S status() {
        return draft.working();
    }

    @Override
    public void update(UnaryOperator<S> change) {
        draft.update(change);
    }

    @Override
    public Conditions conditions() {
        return draft.conditions();
    }

    @Override
    public List<Condition> previousConditions() {
        return previous;
    }

    @Override
    public void progress(String message) {
        ReadyMarks.progressing(draft.conditions(), rule, message);
        flush();
    }

    @Override
    public void drifted(String message) {
        ReadyMarks.drifted(draft.conditions(), rule, message);
        flush();
    }

    @Override
    public void flush() {
        draft.write();
    }

    @Override
    public void annotateEvents(Map<String, String> metadata) {
        events.annotate(metadata);
    }

    @Override
    public void emit(Severity severity, Reason reason, String message, Map<String, String> metadata) {
        events.emit(severity, reason, message, metadata);
    }

    @Override
    public void conceal(String value) {
        scrubber().conceal(value);
    }

    @Override
    public <T, E extends Exception> T step(String name, Step<T, E> step) throws E, InterruptedException {
        ObjectMeta about = object.getMetadata();
        try (StepSpan _ = StepSpan.begin(object, name, run.id());
                StepMetrics.Running _ =
                        run.steps().begin(object.getKind(), about.getNamespace(), about.getName(), name)) {
            return step.take();
        }
    }

    @Override
    public <T, E extends Exception> T step(String name, Duration limit, Step<T, E> step)
            throws E, Retryable, InterruptedException {
        CompletableFuture<String> deadline =
                new CompletableFuture<String>().completeOnTimeout(name, limit.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return EndedEarly.by(deadline, () -> step(name, step), _ -> tookTooLong(name, limit));
        } finally {
            deadline.cancel(false);
        }
    }

    private static Retryable tookTooLong(String step, Duration limit) {
        String message = "the step %s was not over after %s".formatted(step, GoDuration.of(limit));
        return Retryable.of(CommonReason.RECONCILIATION_FAILED, message);
    }

    @Override
    public <T, E extends Exception> T waiting(Wait<T, E> wait) throws E, InterruptedException {
        return run.permit().without(wait);
    }

    @Override
    public <T, E extends Exception> T transferring(CompletableFuture<String> end, Wait<T, E> wait)
            throws E, Superseded, InterruptedException {
        return EndedEarly.by(end, () -> run.permit().without(() -> transfer(wait)), Superseded::inTransfer);
    }

    private <T, E extends Exception> T transfer(Wait<T, E> wait) throws E, InterruptedException {
        try (Permit _ = Permit.take(run.transfers(), run.permit().namespace())) {
            return wait.await();
        }
    }

    @Override
    public CompletableFuture<String> superseded() {
        return run.newer().superseded();
    }

    @Override
    public CompletableFuture<String> outdated() {
        return run.newer().outdated();
    }

    @Override
    public String reconcileId() {
        return run.id();
    }

    StatusDraft<R, S> draft() {
        return draft;
    }

    Scrubber scrubber() {
        return events.scrubber();
    }

    String scrubbed(String message) {
        return scrubber().scrub(message);
    }
}
