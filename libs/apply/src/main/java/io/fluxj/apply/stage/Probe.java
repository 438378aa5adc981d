package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.Marker;
import io.fluxj.apply.Metadata;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.cluster.UnknownKindException;
import io.fluxj.apply.memory.Applied;
import java.util.Optional;

/** Finds out what is to be done about a candidate, by as few requests as that takes. Thread-safe. */
final class Probe {
    private static final int ATTEMPTS = 4;
    private static final int SERVER_ERROR = 500;
    private static final String NO_SUCH_URL = "the server could not find the requested resource";

    private final Cluster cluster;
    private final ApplyOptions options;
    private final KindArrival arrival;
    private final Comparison comparison;

    Probe(Cluster cluster, ApplyOptions options, KindArrival arrival) {
        this.cluster = cluster;
        this.options = options;
        this.arrival = arrival;
        this.comparison = new Comparison(cluster, options);
    }

    /**
     * Asks the server what applying the candidate would do.
     *
     * @param before what is remembered of the object, when the live object is still as it was then
     * @return empty when the server does not know the kind yet, and is expected to
     * @throws Refusal when the server would refuse it
     */
    Optional<Verdict> verdict(Candidate candidate, Optional<Applied> before) {
        if (Marker.any(options.markers().exclude(), candidate.manifest())) {
            return Optional.of(new Verdict.Skip(Optional.empty()));
        }
        if (before.isPresent() && before.get().manifest().equals(candidate.hash())) {
            return Optional.of(new Verdict.Remembered(before.get()));
        }
        try {
            var _ = cluster.discovery().resource(candidate.ref());
            return Optional.of(asked(candidate, before));
        } catch (UnknownKindException e) {
            if (arrival.expects(candidate.ref(), e)) {
                return Optional.empty();
            }
            throw new FailedCandidate(new ApplyFailure.Refused(candidate.ref(), "", String.valueOf(e.getMessage())));
        } catch (ApiException e) {
            if (arrival.expects(candidate.ref(), e)) {
                return Optional.empty();
            }
            throw new FailedCandidate(
                    new ApplyFailure.Refused(candidate.ref(), e.reason(), String.valueOf(e.getMessage())));
        }
    }

    private Verdict asked(Candidate candidate, Optional<Applied> before) {
        if (candidate.ref().namespace().isEmpty()
                && cluster.discovery().resource(candidate.ref()).namespaced()) {
            throw new FailedCandidate(new ApplyFailure.NamespaceNotSpecified(candidate.ref(), NO_SUCH_URL));
        }
        if (Marker.any(options.markers().ifNotPresent(), candidate.manifest())) {
            Optional<ObjectNode> live = read(candidate);
            if (live.isPresent()) {
                return new Verdict.Skip(live);
            }
        }
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            Optional<Verdict> verdict = tried(candidate, before);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        return new Verdict.Configure(candidate, Optional.empty());
    }

    /** Empty when the live object was changed between the requests, so that their answers say nothing together. */
    private Optional<Verdict> tried(Candidate candidate, Optional<Applied> before) {
        ObjectNode result;
        try {
            result = dryRun(candidate);
        } catch (ApiException e) {
            if (arrival.expects(candidate.ref(), e)) {
                throw e;
            }
            return migrated(candidate, e) ? Optional.empty() : Optional.of(refused(candidate, e));
        }
        if (Metadata.text(result, "resourceVersion").isEmpty()) {
            return Optional.of(new Verdict.Create());
        }
        return before.isPresent() && comparison.ignored(candidate).isEmpty()
                ? Optional.of(compared(candidate, result, before.get()))
                : comparison.verdict(candidate, result);
    }

    private ObjectNode dryRun(Candidate candidate) {
        return cluster.dryRunApply(
                candidate.ref(), candidate.manifest(), options.ownership().fieldManager());
    }

    /** The live object has not changed since it was applied: nobody left anything to take over. */
    private static Verdict compared(Candidate candidate, ObjectNode result, Applied before) {
        return Content.hash(result).equals(before.content())
                ? new Verdict.Remembered(before)
                : new Verdict.Configure(candidate, Optional.empty());
    }

    /**
     * Where the server says that it cannot read what others own of the object in an older version, their entries are brought to
     * the manifest's version; whether that was done.
     */
    private boolean migrated(Candidate candidate, ApiException refusal) {
        if (!options.takeover().versions() || refusal.code() != SERVER_ERROR) {
            return false;
        }
        String version = candidate.ref().apiVersion();
        String why = String.valueOf(refusal.getMessage());
        Optional<ObjectNode> live = read(candidate)
                .filter(object ->
                        ManagedFields.otherVersions(object.path("metadata").path("managedFields"), version).stream()
                                .anyMatch(
                                        other -> why.contains(other) || why.contains("field not declared in schema")));
        if (live.isEmpty() || Marker.any(options.markers().exclude(), live.get())) {
            return false;
        }
        try {
            Cleanup.toVersion(live.get(), version)
                    .ifPresent(patch -> cluster.patch(
                            candidate.ref(), patch, options.ownership().fieldManager()));
            return true;
        } catch (ApiException e) {
            if (e.conflict()) {
                return true;
            }
            throw new FailedCandidate(new ApplyFailure.NotTakenOver(candidate.ref(), String.valueOf(e.getMessage())));
        }
    }

    private Verdict refused(Candidate candidate, ApiException refusal) {
        Optional<ObjectNode> live = read(candidate);
        if (live.isPresent() && Marker.any(options.markers().exclude(), live.get())) {
            return new Verdict.Skip(live);
        }
        if (live.isPresent() && refusal.immutable() && mayReplace(candidate, live.get())) {
            return new Verdict.Replace(live.get());
        }
        throw new FailedCandidate(
                live.isPresent() && refusal.fixedField()
                        ? new ApplyFailure.FixedField(candidate.ref(), refusal.reason(), detail(candidate, refusal))
                        : failure(candidate, refusal));
    }

    private boolean mayReplace(Candidate candidate, ObjectNode live) {
        return options.force()
                || Marker.any(options.markers().recreate(), candidate.manifest())
                || Marker.any(options.markers().recreate(), live);
    }

    /** The live object as far as one may read it: who may apply need not be allowed to read. */
    private Optional<ObjectNode> read(Candidate candidate) {
        try {
            return cluster.get(candidate.ref());
        } catch (ApiException e) {
            return Optional.empty();
        }
    }

    private ApplyFailure failure(Candidate candidate, ApiException refusal) {
        String detail = detail(candidate, refusal);
        if (!refusal.notFound()) {
            return new ApplyFailure.Refused(candidate.ref(), refusal.reason(), detail);
        }
        cluster.discovery().forget(candidate.ref());
        cluster.discovery().resource(candidate.ref());
        return new ApplyFailure.NotFound(candidate.ref(), detail);
    }

    private static String detail(Candidate candidate, ApiException refusal) {
        return SecretValues.of(candidate.manifest()).hiddenIn(String.valueOf(refusal.getMessage()));
    }
}
