package io.fluxj.watcher.generator;

import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGeneratorStatus;
import io.fluxj.api.sourceextensions.v1beta1.GeneratedArtifact;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Announcement;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.storage.Storage;
import io.fluxj.runtime.storage.StoredPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the cluster of what was built, and removes what is not wanted any more. */
record PublishStep(ApplyStep applying, RemovalStep removing, Storage storage) {
    private static final Logger LOG = LoggerFactory.getLogger(PublishStep.class);

    /** Ends a pass that built something. */
    Outcome publish(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass, Built built, String sourcesDigest)
            throws Retryable {
        Inventory before = Inventory.of(pass.object());
        Inventory made = new Inventory(
                built.artifacts().stream().map(BuiltArtifact::entry).toList());
        intend(pass, made.over(before));
        for (BuiltArtifact artifact : built.artifacts()) {
            applying.apply(pass, artifact);
            collectGarbage(artifact);
        }
        Optional<Announcement> news = news(made.changedSince(before));
        if (built.failure().isPresent()) {
            news.ifPresent(event -> pass.emit(event.severity(), event.reason(), event.message(), event.metadata()));
            throw built.failure().get();
        }
        removing.remove(pass, before.notIn(made));
        pass.update(status ->
                status.withInventory(made.over(before.others()).entries()).withObservedSourcesDigest(sourcesDigest));
        return news.map(outcome(pass)::announcing).orElseGet(() -> outcome(pass));
    }

    /** Whatever is going to be in the cluster stands in the stored inventory before it is, should the process die in between. */
    private static void intend(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass, Inventory all) {
        if (!all.notIn(Inventory.of(pass.object())).isEmpty()) {
            pass.update(status -> status.withInventory(all.entries()));
            pass.flush();
        }
    }

    /** Ends a pass that found everything as it should be. */
    static Outcome keep(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass) {
        int count = Inventory.of(pass.object()).artifacts().size();
        return Outcome.unchanged(CommonReason.SUCCEEDED, message(pass), GeneratorAnnotations.interval(pass.object()))
                .announcing(trace("No drift detected, " + count + " artifact(s) up to date"));
    }

    private static Outcome outcome(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass) {
        return Outcome.ready(CommonReason.SUCCEEDED, message(pass), GeneratorAnnotations.interval(pass.object()))
                .announcing(trace(message(pass)));
    }

    private static Announcement trace(String message) {
        return new Announcement(Severity.TRACE, GeneratorReason.READY, message, Map.of());
    }

    private static String message(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass) {
        int count = Inventory.of(pass.status()).artifacts().size();
        return "reconciliation succeeded, generated " + count + " artifact(s)";
    }

    private static Optional<Announcement> news(List<GeneratedArtifact> changed) {
        String lines = changed.stream()
                .map(entry -> Inventory.place(entry) + " (" + entry.digest() + ")")
                .collect(Collectors.joining("\n"));
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Announcement(
                        Severity.INFO, GeneratorReason.READY, "external artifacts reconciled: " + lines, Map.of()));
    }

    /** Nothing hangs on it: what stays for now goes another time. */
    private void collectGarbage(BuiltArtifact artifact) {
        GeneratedArtifact entry = artifact.entry();
        try {
            StoredPath current = new StoredPath(
                    ExternalArtifacts.folder(Inventory.namespace(entry), entry.name()),
                    String.valueOf(entry.filename()));
            storage.store().collectGarbage(current.folder(), Optional.of(current), storage.retention());
        } catch (IOException failed) {
            LOG.atWarn()
                    .addKeyValue("error", String.valueOf(failed))
                    .log(
                            "garbage collection of the artifacts of {} failed",
                            artifact.wanted().place());
        }
    }
}
