package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.Marker;
import io.fluxj.apply.Metadata;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
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
                return Optional.of(new Verdict.Configure(Optional.empty()));
            }
            throw e;
        }
        return live.isPresent() ? verdict(candidate, result, live.get()) : Optional.of(new Verdict.Create());
    }

    private Optional<Verdict> verdict(Candidate candidate, ObjectNode result, ObjectNode live) {
        if (Marker.any(options.markers().exclude(), live)) {
            return Optional.of(new Verdict.Skip(Optional.of(live)));
        }
        Optional<ArrayNode> cleanup = cleanup(candidate, live);
        if (cleanup.isPresent()) {
            return Optional.of(new Verdict.Configure(cleanup));
        }
        if (Content.same(result, live)) {
            return Optional.of(new Verdict.Same(live));
        }
        boolean sameVersion = Metadata.text(result, "resourceVersion").equals(Metadata.text(live, "resourceVersion"));
        return sameVersion ? Optional.of(new Verdict.Configure(Optional.empty())) : Optional.empty();
    }

    private Optional<ArrayNode> cleanup(Candidate candidate, ObjectNode live) {
        boolean keep = Marker.any(options.markers().keepManagers(), candidate.manifest())
                || Marker.any(options.markers().keepManagers(), live);
        return keep
                ? Optional.empty()
                : Cleanup.of(live, options.takeover(), options.ownership().fieldManager());
    }
}
