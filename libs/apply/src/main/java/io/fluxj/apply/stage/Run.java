package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.Action;
import io.fluxj.apply.Change;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Waits;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.health.HealthOptions;
import io.fluxj.apply.health.HealthResult;
import io.fluxj.apply.health.HealthRules;
import io.fluxj.apply.health.HealthWait;
import io.fluxj.apply.health.Status;
import io.fluxj.apply.memory.Applied;
import io.fluxj.apply.memory.Recollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One apply of one set, from first to last. Used by one thread, once. */
final class Run {
    private final Cluster cluster;
    private final Recollection memory;
    private final ApplyOptions options;
    private final BeforeWriting before;
    private final Waits waits;
    private final List<Change> changes = new ArrayList<>();
    private final Map<ObjectRef, Applied> applied = new HashMap<>();
    private final Map<ObjectRef, ObjectNode> answers = new LinkedHashMap<>();

    Run(Cluster cluster, Recollection memory, ApplyOptions options, BeforeWriting before, Waits waits) {
        this.cluster = cluster;
        this.memory = memory;
        this.options = options;
        this.before = before;
        this.waits = waits;
    }

    ChangeSet apply(List<ObjectNode> manifests) throws InterruptedException {
        try {
            List<Candidate> candidates = manifests.stream()
                    .map(Candidate::of)
                    .map(candidate -> candidate.at(cluster.discovery().scopedIfKnown(candidate.ref())))
                    .toList();
            Map<ObjectRef, Applied> known =
                    memory.untouched(candidates.stream().map(Candidate::ref).toList());
            applied.putAll(known);
            KindArrival arrival = KindArrival.of(manifests);
            for (Stages.Stage stage : Stages.of(candidates, options.customStage())) {
                apply(stage, known, arrival);
            }
            return new ChangeSet(changes);
        } catch (FailedCandidate e) {
            throw new ApplyException(e.failure(), new ChangeSet(changes));
        } finally {
            memory.end(applied);
        }
    }

    private void apply(Stages.Stage stage, Map<ObjectRef, Applied> known, KindArrival arrival)
            throws InterruptedException {
        List<Candidate> candidates =
                stage.candidates().stream().map(this::scoped).toList();
        List<Verdict> verdicts = new StageProbe(cluster, options, arrival, waits).verdicts(candidates, known);
        announce(candidates, verdicts);
        Writer writer = new Writer(cluster, options, arrival, waits);
        answers.clear();
        for (int i = 0; i < verdicts.size(); i++) {
            carryOut(candidates.get(i), verdicts.get(i), writer);
        }
        if (stage.awaited()) {
            awaitReady();
        }
    }

    private void announce(List<Candidate> candidates, List<Verdict> verdicts) {
        List<ObjectRef> written = IntStream.range(0, verdicts.size())
                .filter(i -> verdicts.get(i).writes())
                .mapToObj(i -> candidates.get(i).ref())
                .toList();
        if (!written.isEmpty()) {
            before.writing(written);
        }
    }

    private Candidate scoped(Candidate candidate) {
        try {
            return candidate.at(cluster.discovery().scoped(candidate.ref()));
        } catch (ApiException e) {
            throw new FailedCandidate(
                    new ApplyFailure.Refused(candidate.ref(), e.reason(), String.valueOf(e.getMessage())));
        }
    }

    private void carryOut(Candidate candidate, Verdict verdict, Writer writer) throws InterruptedException {
        switch (verdict) {
            case Verdict.Skip(Optional<ObjectNode> _) -> {
                applied.remove(candidate.ref());
                changes.add(new Change(candidate.ref(), Action.SKIPPED));
            }
            case Verdict.Remembered(Applied seen) -> {
                applied.put(candidate.ref(), seen.confirmedFor(candidate.hash()));
                changes.add(new Change(candidate.ref(), Action.UNCHANGED));
            }
            case Verdict.Same(ObjectNode live) -> done(candidate, Action.UNCHANGED, live);
            case Verdict.Create() -> done(candidate, Action.CREATED, writer.apply(candidate));
            case Verdict.Configure(Candidate written, var cleanup) ->
                done(
                        candidate,
                        Action.CONFIGURED,
                        cleanup.isPresent() ? writer.applyAfter(cleanup.get(), written) : writer.apply(written));
            case Verdict.Replace(ObjectNode live) -> done(candidate, Action.CREATED, writer.replace(candidate, live));
        }
    }

    private void done(Candidate candidate, Action action, ObjectNode stored) {
        ObjectRef ref = ObjectRef.of(stored);
        applied.put(ref, Applied.of(candidate.hash(), stored, Content.hash(stored)));
        answers.put(ref, stored);
        changes.add(new Change(ref, action));
    }

    private void awaitReady() throws InterruptedException {
        HealthRules rules = HealthRules.standard();
        List<ObjectRef> unready = answers.entrySet().stream()
                .filter(answer -> rules.judge(answer.getValue(), Instant.now()).status() != Status.CURRENT)
                .map(Map.Entry::getKey)
                .toList();
        if (unready.isEmpty()) {
            return;
        }
        HealthResult result = new HealthWait(cluster)
                .await(unready, HealthOptions.of(options.stageTimeout()).withWaits(waits));
        switch (result) {
            case HealthResult.Healthy() -> {}
            case HealthResult.Failed(String message, var _) -> throw notReady(unready, message);
            case HealthResult.TimedOut(String message, var _) -> throw notReady(unready, message);
            case HealthResult.Cancelled _ -> {
                unready.forEach(applied::remove);
                throw FailedCandidate.cancelled(waits.cancel());
            }
        }
    }

    /** What is not ready must be looked at again next time. */
    private FailedCandidate notReady(List<ObjectRef> unready, String message) {
        unready.forEach(applied::remove);
        return new FailedCandidate(new ApplyFailure.StageNotReady(message));
    }
}
