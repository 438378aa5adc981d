package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out what an apply would do, and does nothing. */
final class Planner {
    private final Cluster cluster;
    private final ApplyOptions options;

    Planner(Cluster cluster, ApplyOptions options) {
        this.cluster = cluster;
        // to bring entries of managedFields to another version would be a write
        this.options = options.withTakeover(options.takeover().withVersions(false));
    }

    List<Planned> plan(List<ObjectNode> manifests) throws InterruptedException {
        List<Candidate> candidates = manifests.stream().map(Candidate::of).toList();
        List<Candidate> ordered = Stages.of(candidates, options.customStage()).stream()
                .flatMap(stage -> stage.candidates().stream())
                .toList();
        Set<String> namespaces = ordered.stream()
                .map(Candidate::ref)
                .filter(ref -> ref.groupKind().equals("Namespace"))
                .map(ObjectRef::name)
                .collect(Collectors.toSet());
        Probe probe = new Probe(cluster, options, KindArrival.of(manifests));
        return Parallel.map(ordered, options.parallel(), candidate -> planned(probe, candidate, namespaces));
    }

    /** @param coming namespaces that the set itself creates */
    private Planned planned(Probe probe, Candidate manifest, Set<String> coming) {
        try {
            Candidate candidate = manifest.at(cluster.discovery().scoped(manifest.ref()));
            Optional<Verdict> verdict = probe.verdict(candidate, Optional.empty());
            // a kind that the set itself defines
            return verdict.isEmpty() ? new Planned.Create(candidate.ref()) : planned(candidate.ref(), verdict.get());
        } catch (FailedCandidate e) {
            return e.failure() instanceof ApplyFailure.NotFound
                            && coming.contains(manifest.ref().namespace())
                    ? new Planned.Create(manifest.ref())
                    : new Planned.Refused(manifest.ref(), e.failure().message());
        } catch (ApiException e) {
            return new Planned.Refused(manifest.ref(), manifest.ref().subject() + ": " + e.getMessage());
        }
    }

    private Planned planned(ObjectRef ref, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Skip _ -> new Planned.Skipped(ref);
            case Verdict.Remembered _, Verdict.Same _ -> new Planned.Unchanged(ref);
            case Verdict.Create _ -> new Planned.Create(ref);
            case Verdict.Replace _ -> new Planned.Replace(ref);
            case Verdict.Configure(Candidate written, var _) -> new Planned.Change(ref, fields(written));
        };
    }

    private List<FieldChange> fields(Candidate written) {
        ObjectNode result = cluster.dryRunApply(
                written.ref(), written.manifest(), options.ownership().fieldManager());
        return cluster.get(written.ref())
                .map(live -> FieldChange.between(live, result))
                .orElse(List.of());
    }
}
