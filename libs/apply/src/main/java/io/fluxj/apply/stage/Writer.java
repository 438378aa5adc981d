package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.Metadata;
import io.fluxj.apply.Waits;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.live.Termination;
import java.util.List;
import java.util.Optional;

/** Writes one candidate. Every method returns the object as it is stored then, or throws a {@link FailedCandidate}. */
final class Writer {
    private static final int ATTEMPTS = 3;

    private final Cluster cluster;
    private final ApplyOptions options;
    private final KindArrival arrival;
    private final Waits waits;

    Writer(Cluster cluster, ApplyOptions options, KindArrival arrival, Waits waits) {
        this.cluster = cluster;
        this.options = options;
        this.arrival = arrival;
        this.waits = waits;
    }

    ObjectNode apply(Candidate candidate) throws InterruptedException {
        try {
            return arrival.retrying(
                    cluster,
                    candidate.ref(),
                    waits,
                    () -> cluster.apply(
                            candidate.ref(),
                            candidate.manifest(),
                            options.ownership().fieldManager()));
        } catch (ApiException e) {
            String detail = detail(candidate, e);
            throw new FailedCandidate(
                    e.inDoubt()
                            ? new ApplyFailure.InDoubt(candidate.ref(), detail)
                            : new ApplyFailure.NotWritten(candidate.ref(), detail));
        }
    }

    /** Takes over what other managers left, then applies. */
    ObjectNode applyAfter(ArrayNode cleanup, Candidate candidate) throws InterruptedException {
        Optional<ArrayNode> patch = Optional.of(cleanup);
        for (int attempt = 1; patch.isPresent(); attempt++) {
            patch = takenOver(candidate, patch.get(), attempt == ATTEMPTS);
        }
        return apply(candidate);
    }

    /** Deletes the live object, waits until it is gone, and applies. */
    ObjectNode replace(Candidate candidate, ObjectNode live) throws InterruptedException {
        try {
            cluster.delete(candidate.ref(), Metadata.text(live, "uid"));
        } catch (ApiException e) {
            throw new FailedCandidate(new ApplyFailure.NotReplaced(candidate.ref(), detail(candidate, e)));
        }
        if (!Termination.await(cluster, List.of(candidate.ref()), options.stageTimeout(), waits)
                .isEmpty()) {
            if (waits.cancel().reason().isPresent()) {
                throw FailedCandidate.cancelled(waits.cancel());
            }
            throw new FailedCandidate(new ApplyFailure.NotReplaced(
                    candidate.ref(),
                    "it is not gone after " + options.stageTimeout().toSeconds() + "s"));
        }
        return apply(candidate);
    }

    /** Sends the patch; when the object was changed meanwhile, returns the patch for what it is now. */
    private Optional<ArrayNode> takenOver(Candidate candidate, ArrayNode patch, boolean last) {
        String manager = options.ownership().fieldManager();
        try {
            cluster.patch(candidate.ref(), patch, manager);
            return Optional.empty();
        } catch (ApiException e) {
            if (e.notFound()) {
                return Optional.empty();
            }
            if (!e.conflict() || last) {
                throw new FailedCandidate(new ApplyFailure.NotTakenOver(candidate.ref(), detail(candidate, e)));
            }
            return again(candidate);
        }
    }

    private Optional<ArrayNode> again(Candidate candidate) {
        try {
            return cluster.get(candidate.ref())
                    .flatMap(live -> Cleanup.of(
                            live, options.takeover(), options.ownership().fieldManager()));
        } catch (ApiException e) {
            throw new FailedCandidate(new ApplyFailure.NotTakenOver(candidate.ref(), detail(candidate, e)));
        }
    }

    private static String detail(Candidate candidate, ApiException e) {
        return SecretValues.of(candidate.manifest()).hiddenIn(String.valueOf(e.getMessage()));
    }
}
