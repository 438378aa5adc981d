package io.fluxj.apply.stage;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.Marker;
import io.fluxj.apply.Metadata;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import java.util.List;
import java.util.Optional;

/** Compares what an apply would give with the live object. Thread-safe. */
final class Comparison {
    private static final int FORBIDDEN = 403;

    private final Cluster cluster;
    private final ApplyOptions options;

    Comparison(Cluster cluster, ApplyOptions options) {
        this.cluster = cluster;
        this.options = options;
    }

    /**
     * Reads the live object and judges.
     *
     * @param result answer to the dry-run of an object that exists
     * @return empty when they differ and the live object is not the one that the dry-run saw
     */
    Optional<Verdict> verdict(Candidate candidate, ObjectNode result) {
        Optional<ObjectNode> live;
        try {
            live = cluster.get(candidate.ref());
        } catch (ApiException e) {
            if (e.code() == FORBIDDEN) {
                return Optional.of(new Verdict.Configure(candidate, Optional.empty()));
            }
            throw e;
        }
        return live.isPresent() ? verdict(candidate, result, live.get()) : Optional.of(new Verdict.Create());
    }

    private Optional<Verdict> verdict(Candidate candidate, ObjectNode result, ObjectNode live) {
        if (Marker.any(options.markers().exclude(), live)) {
            return Optional.of(new Verdict.Skip(Optional.of(live)));
        }
        IgnoredDrift drift = new IgnoredDrift(live, result, ignored(candidate));
        if (drift.ofEverything()) {
            return Optional.of(new Verdict.Same(live));
        }
        Optional<ArrayNode> cleanup = cleanup(candidate, live);
        if (cleanup.isPresent()) {
            return Optional.of(new Verdict.Configure(leaving(drift, candidate), cleanup));
        }
        if (Content.same(drift.withoutIt(), live)) {
            return Optional.of(new Verdict.Same(live));
        }
        boolean sameVersion = Metadata.text(result, "resourceVersion").equals(Metadata.text(live, "resourceVersion"));
        return sameVersion
                ? Optional.of(new Verdict.Configure(leaving(drift, candidate), Optional.empty()))
                : Optional.empty();
    }

    /** The fields of the candidate that others may change. */
    List<JsonPointer> ignored(Candidate candidate) {
        return options.takeover().ignored().of(candidate.manifest());
    }

    private Candidate leaving(IgnoredDrift drift, Candidate candidate) {
        if (drift.fields().isEmpty()) {
            return candidate;
        }
        FieldOwners owners = FieldOwners.of(
                drift.live(), options.takeover(), options.ownership().fieldManager());
        return candidate.sending(drift.leftAlone(candidate.manifest(), owners));
    }

    private Optional<ArrayNode> cleanup(Candidate candidate, ObjectNode live) {
        boolean keep = Marker.any(options.markers().keepManagers(), candidate.manifest())
                || Marker.any(options.markers().keepManagers(), live);
        return keep
                ? Optional.empty()
                : Cleanup.of(live, options.takeover(), options.ownership().fieldManager());
    }
}
