package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.ReleaseAction;
import io.fluxj.api.helm.v2.RemediationStrategy;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.helmrelease.HelmReleaseCondition;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.helmrelease.rules.Remediation;
import io.fluxj.helmrelease.state.ReleaseState;
import io.fluxj.helmrelease.state.StateReading;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Conditions;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Waiting;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Observes the state of a release and takes the action that it asks for, until there is nothing left to do. Source: behaviour §3.4. */
public final class ReleaseLoop {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(8);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final ReleaseWork work;
    private final NextAction next;

    /** For one pass. */
    public ReleaseLoop(ReleaseWork work, boolean forced) {
        this.work = work;
        this.next = new NextAction(work, forced);
    }

    /** Acts until the release is as it should be, or the pass can do no more. */
    public Outcome run() throws Failure, InterruptedException {
        Set<Turn> taken = EnumSet.noneOf(Turn.class);
        boolean acted = false;
        new UnseenEnd(work).adopt();
        while (true) {
            ReleaseState state = pass().step("observeRelease", () -> new StateReading(work).read());
            LOG.debug("release state: {}", state.why());
            switch (next(state, acted)) {
                case Decision.Rest() -> {
                    return rest();
                }
                case Decision.GiveUp(Reason reason, String message) -> throw stalled(reason, message);
                case Decision.Act(ReleaseStep step) -> {
                    if (!taken.add(step.turn())) {
                        return stop();
                    }
                    take(step);
                    acted = true;
                    if (step.turn() == Turn.REMEDIATE) {
                        throw remediated();
                    }
                }
            }
        }
    }

    /** What was asked for by annotation is done once. */
    private Decision next(ReleaseState state, boolean acted) {
        return acted ? new NextAction(work, false).in(state) : next.in(state);
    }

    private void take(ReleaseStep step) throws Failure, InterruptedException {
        String doing = "Running '%s' action with timeout of %s".formatted(step.name(), GoDuration.of(step.timeout()));
        conditions().markTrue(ConditionType.RECONCILING, CommonReason.PROGRESSING, doing);
        if (step.turn() == Turn.RELEASE) {
            conditions().markUnknown(ConditionType.READY, CommonReason.PROGRESSING, doing);
        }
        pass().flush();
        LOG.info("running '{}' action with timeout of {}", step.name(), GoDuration.of(step.timeout()));
        pass().step(step.name(), step::run);
        pass().flush();
    }

    private Outcome rest() {
        conditions().clear(ConditionType.RECONCILING);
        conditions().clear(ConditionType.STALLED);
        work.site().summarise();
        return outcome(work.site().rules().spec().interval().value());
    }

    private Outcome outcome(Duration again) {
        Condition ready = conditions().get(ConditionType.READY).orElseThrow();
        return Outcome.ready(ready::reason, ready.message(), again);
    }

    /** The same kind of action would come again. */
    private Outcome stop() throws Failure {
        Optional<Duration> retry = work.site().rules().retry(work.site().status());
        if (retry.isPresent()) {
            retrying("retrying after " + GoDuration.of(retry.get()));
            return outcome(retry.get());
        }
        if (isExhausted()) {
            throw stalled();
        }
        throw again();
    }

    /** A release is never remediated and released in one pass. */
    private Failure remediated() {
        if (!isExhausted() || isToBeInstalledAnew()) {
            return conditions().isFalse(HelmReleaseCondition.REMEDIATED) ? later() : again();
        }
        new LeftLocked(work).free();
        return stalled();
    }

    private Optional<Remediation> remediation() {
        return work.site().rules().active(work.site().status());
    }

    private boolean isExhausted() {
        return remediation()
                .filter(remediation -> remediation.isExhausted(work.site().status()))
                .isPresent();
    }

    private boolean isToBeInstalledAnew() {
        return remediation()
                .filter(remediation -> remediation.action() == ReleaseAction.UPGRADE
                        && remediation.strategy() == RemediationStrategy.UNINSTALL)
                .isPresent();
    }

    private Retryable again() {
        return Retryable.of(HelmReleaseReason.RECONCILE_ERROR, retrying(readyMessage()))
                .quietly();
    }

    /** What could not even be cleaned up is left alone for a while. */
    private Waiting later() {
        long failures =
                Math.max(1, Objects.requireNonNullElse(work.site().status().failures(), 1L));
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(10, failures - 1));
        return Waiting.on(
                HelmReleaseReason.RECONCILE_ERROR,
                retrying(readyMessage()),
                pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    private String retrying(String message) {
        conditions().markTrue(ConditionType.RECONCILING, CommonReason.PROGRESSING_WITH_RETRY, message);
        return message;
    }

    private String readyMessage() {
        return conditions().get(ConditionType.READY).map(Condition::message).orElse("");
    }

    private Stalled stalled() {
        Decision.GiveUp giveUp = Exhaustion.of(work.site());
        return stalled(giveUp.reason(), giveUp.message());
    }

    private Stalled stalled(Reason reason, String message) {
        conditions().clear(ConditionType.RECONCILING);
        conditions().markTrue(ConditionType.STALLED, reason, message);
        return Stalled.of(reason, message).quietly();
    }

    private Conditions conditions() {
        return pass().conditions();
    }

    private Pass<?, ?> pass() {
        return work.site().pass();
    }
}
