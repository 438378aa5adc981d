package io.fluxj.watcher.generator;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGeneratorSpec;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGeneratorStatus;
import io.fluxj.api.sourceextensions.v1beta1.GeneratedArtifact;
import io.fluxj.archive.Digest;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.storage.RecordedFile;
import io.fluxj.runtime.storage.Storage;
import io.fluxj.runtime.storage.StoredPath;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether there is anything to do. Source: behaviour §7. */
record DriftStep(Storage storage, KnownArtifacts known) {
    private static final Logger LOG = LoggerFactory.getLogger(DriftStep.class);

    /** What differs from what the last pass left; empty for nothing. */
    Optional<String> find(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass, ObservedSources sources) {
        Optional<String> drift = ownDrift(pass, sources)
                .or(() -> Inventory.of(pass.object()).artifacts().values().stream()
                        .flatMap(entry -> drift(pass.object(), entry).stream())
                        .findFirst());
        drift.ifPresent(what -> LOG.debug("drift detected: {}", what));
        return drift;
    }

    private static Optional<String> ownDrift(
            Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass, ObservedSources sources) {
        ArtifactGenerator object = pass.object();
        Optional<Condition> ready = pass.conditions().get(ConditionType.READY);
        if (ready.filter(mark -> mark.status().is(ConditionStatus.TRUE)).isEmpty()) {
            return Optional.of("not ready");
        }
        if (!Optional.ofNullable(ready.get().observedGeneration())
                .equals(Optional.ofNullable(object.getMetadata().getGeneration()))) {
            return Optional.of("another generation");
        }
        if (!sources.digest().equals(pass.status().observedSourcesDigest())) {
            return Optional.of("other sources");
        }
        return hasOtherCount(object) ? Optional.of("another number of artifacts") : Optional.empty();
    }

    private static boolean hasOtherCount(ArtifactGenerator object) {
        ArtifactGeneratorSpec spec = object.getSpec();
        boolean fixed = spec.pathPattern() == null || spec.pathPattern().isEmpty();
        return fixed
                && Inventory.of(object).artifacts().size() != spec.artifacts().size();
    }

    private Optional<String> drift(ArtifactGenerator owner, GeneratedArtifact entry) {
        Optional<StoredPath> path = path(entry);
        if (path.isEmpty() || !isIntact(path.get(), entry)) {
            return Optional.of("the file of " + Inventory.place(entry));
        }
        boolean told = known.find(Inventory.namespace(entry), entry.name())
                .filter(object -> tells(object, owner, entry, path.get()))
                .isPresent();
        return told ? Optional.empty() : Optional.of("ExternalArtifact " + Inventory.place(entry));
    }

    private static Optional<StoredPath> path(GeneratedArtifact entry) {
        try {
            return Optional.of(new StoredPath(
                    ExternalArtifacts.folder(Inventory.namespace(entry), entry.name()),
                    Optional.ofNullable(entry.filename()).orElse("")));
        } catch (IllegalArgumentException foreign) {
            // a name that this controller has not written
            return Optional.empty();
        }
    }

    private boolean isIntact(StoredPath path, GeneratedArtifact entry) {
        try {
            if (!storage.store().exists(path) && !isRestored(entry)) {
                return false;
            }
            if (storage.store().matches(path, Digest.parse(entry.digest()))) {
                return true;
            }
            LOG.error("the stored artifact {} does not have its digest any more, it is made anew", path.path());
            storage.store().remove(path);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.atWarn().addKeyValue("error", String.valueOf(unreadable)).log("cannot check {}", path.path());
        }
        return false;
    }

    private boolean isRestored(GeneratedArtifact entry) throws IOException {
        Optional<RecordedFile> recorded = known.find(Inventory.namespace(entry), entry.name())
                .flatMap(object -> Optional.ofNullable(object.getStatus())
                        .flatMap(status -> Optional.ofNullable(status.artifact()))
                        .filter(artifact -> artifact.digest().equals(entry.digest()))
                        .flatMap(artifact -> RecordedFile.of(object, artifact)));
        return recorded.isPresent() && storage.store().restore(recorded.get());
    }

    private boolean tells(ExternalArtifact object, ArtifactGenerator owner, GeneratedArtifact entry, StoredPath path) {
        Artifact artifact =
                object.getStatus() == null ? null : object.getStatus().artifact();
        return artifact != null
                && ExternalArtifacts.owner(object).equals(ExternalArtifacts.uid(owner))
                && artifact.digest().equals(entry.digest())
                && artifact.url().equals(storage.address().url(path.path()));
    }
}
