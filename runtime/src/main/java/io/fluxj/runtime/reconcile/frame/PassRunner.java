package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fluxj.runtime.client.WriteRefused;
import io.fluxj.runtime.metrics.PassResult;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.secret.Scrubber;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one pass from beginning to end: marks, steps, status, events, time of the next. */
final class PassRunner<R extends CustomResource<?, S>, S> {
    private static final Logger LOG = LoggerFactory.getLogger(PassRunner.class);
    private static final Ending DONE = Ending.never(PassResult.SUCCESS);

    private final Reconciliation<R, S> steps;
    private final KindRules<R, S> rules;
    private final FrameParts parts;
    private final Backoff backoff;
    private final KindState<R> state;
    private final ObjectStore<R> store;
    private final Finalizer<R> finalizer;
    private final EmptyStatus<R> emptyStatus;

    PassRunner(Reconciliation<R, S> steps, FrameParts parts, KindState<R> state) {
        this.steps = steps;
        this.rules = steps.rules();
        this.parts = parts;
        this.backoff = parts.backoff().afresh();
        this.state = state;
        ObjectStore<R> objects = KubernetesObjectStore.of(parts.client(), rules.resourceType(), rules.statusManager());
        this.store = rules.hasStatus() ? objects : new WithoutStatus<>(objects);
        this.finalizer = new Finalizer<>(store);
        this.emptyStatus = new EmptyStatus<>(store, parts.client().getKubernetesSerialization());
    }

    /** A pass over an object that stays. */
    Ending reconcile(R object, WorkingPass.PassRun run) {
        try {
            if (steps.isStatic(object)) {
                return letBe(object, run);
            }
            Optional<R> kept = finalizer.ensure(object);
            if (kept.isEmpty()) {
                return DONE;
            }
            state.newest().answered(kept.get());
            WorkingPass<R, S> pass = open(kept.get(), run);
            try {
                return rules.suspended().test(kept.get()) ? suspended(pass) : work(pass);
            } finally {
                remember(pass);
            }
        } catch (KubernetesClientException | WriteRefused refused) {
            return unwritten(object, refused);
        }
    }

    /** A pass over an object that is to go; its finalizer is gone when this ends with {@link Ending.Never}. */
    Ending cleanUp(R object, WorkingPass.PassRun run) {
        WorkingPass<R, S> pass = open(object, run);
        try {
            Attempt attempt = Attempt.at(() -> cleaned(pass), pass.scrubber());
            Ending ending = settling(pass).cleanUp(attempt);
            if (ending.next() instanceof Ending.Never) {
                finalizer.remove(pass.draft().stored());
            }
            return ending;
        } catch (KubernetesClientException | WriteRefused refused) {
            return unwritten(object, refused);
        } finally {
            remember(pass);
        }
    }

    /** A pass over an object that nothing is done for. */
    private Ending letBe(R object, WorkingPass.PassRun run) {
        Ending ending = Finalizer.isOn(object) ? cleanUp(object, run) : DONE;
        if (ending.next() instanceof Ending.Never) {
            emptyStatus.write(state.newest().of(object)).ifPresent(state.newest()::answered);
        }
        return ending;
    }

    /** The object is gone. */
    void forget(ResourceID id) {
        backoff.reset(id);
    }

    /** How many objects fail now. */
    int failing() {
        return backoff.failing();
    }

    private Outcome cleaned(WorkingPass<R, S> pass) throws Failure, InterruptedException {
        steps.cleanUp(pass);
        return Outcome.unchanged(CommonReason.SUCCEEDED, "cleaned up", Duration.ZERO);
    }

    private Ending work(WorkingPass<R, S> pass) {
        begin(pass);
        Attempt attempt = Attempt.at(() -> steps.reconcile(pass), pass.scrubber());
        return settling(pass).reconcile(attempt);
    }

    private Settling<R, S> settling(WorkingPass<R, S> pass) {
        return Settling.of(pass, parts, backoff, rules, () -> store.read(pass.object())
                .filter(rules.suspended())
                .isPresent());
    }

    private WorkingPass<R, S> open(R object, WorkingPass.PassRun run) {
        Scrubber scrubber = new Scrubber();
        KubernetesSerialization json = parts.client().getKubernetesSerialization();
        StatusDraft<R, S> draft =
                StatusDraft.of(object, rules, store, json, new StatusDraft.Marking(parts.clock(), scrubber::scrub));
        return new WorkingPass<>(object, draft, rules.ready(), new PassEvents(object, parts.events(), scrubber), run);
    }

    /** Under a summary or a standing Ready, everyone sees at once that a new spec or token has been noticed. Source: behaviour §0.1. */
    private void begin(WorkingPass<R, S> pass) {
        if (rules.ready() instanceof ReadyRule.Direct || rules.ready() instanceof ReadyRule.Own) {
            return;
        }
        StatusDraft<R, S> draft = pass.draft();
        ReadyMarks.progressing(draft.conditions(), rules.ready(), "reconciliation in progress");
        long generation = Generation.of(pass.object());
        long observed = draft.observedGeneration();
        if (generation != observed) {
            pass.progress("processing object: new generation " + observed + " -> " + generation);
        } else if (!Token.of(pass.object()).equals(draft.handledToken())) {
            pass.flush();
        }
    }

    /** Only the token is copied, and the generation of an object that was ready. Source: behaviour, correction 5. */
    private Ending suspended(WorkingPass<R, S> pass) {
        StatusDraft<R, S> draft = pass.draft();
        steps.suspended(pass);
        if (!Token.of(pass.object()).isEmpty()) {
            draft.handle(Token.of(pass.object()));
        }
        if (draft.conditions().isTrue(ConditionType.READY) || rules.ready() instanceof ReadyRule.Own) {
            draft.observe(rules, Generation.of(pass.object()));
            if (rules.ready() instanceof ReadyRule.Summary summary) {
                ReadyMarks.summarise(draft.conditions(), summary);
            }
        }
        draft.write();
        LOG.debug("reconciliation is suspended for this object");
        return DONE;
    }

    private Ending unwritten(R object, RuntimeException refused) {
        LOG.atError().addKeyValue("error", String.valueOf(refused.getMessage())).log("cannot write the object");
        return Ending.after(backoff.next(ResourceID.fromResource(object)), PassResult.ERROR);
    }

    private void remember(WorkingPass<R, S> pass) {
        R stored = pass.draft().stored();
        state.left(stored);
        if (pass.draft().gone()) {
            state.newest().forget(ResourceID.fromResource(stored));
        } else if (!version(stored).equals(version(pass.object()))) {
            state.newest().answered(stored);
        }
    }

    private static String version(CustomResource<?, ?> object) {
        return object.getMetadata().getResourceVersion();
    }
}
