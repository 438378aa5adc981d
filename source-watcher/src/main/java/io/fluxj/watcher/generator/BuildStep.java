package io.fluxj.watcher.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.archive.Archiver;
import io.fluxj.archive.FolderRemoval;
import io.fluxj.archive.IgnoreRules;
import io.fluxj.runtime.artifact.CacheLimits;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.source.ResolvedSource;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.storage.Storage;
import io.fluxj.runtime.storage.StoredFile;
import io.fluxj.runtime.storage.StoredPath;
import io.fluxj.watcher.copy.AliasPath;
import io.fluxj.watcher.copy.Copying;
import io.fluxj.watcher.copy.StagingBudget;
import io.fluxj.watcher.copy.TreeHash;
import io.fluxj.watcher.pattern.PatternException;
import io.fluxj.watcher.pattern.WantedArtifact;
import io.fluxj.watcher.pattern.WantedArtifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the artifacts and stores their files; nobody is told of them yet.
 *
 * @param work existing folder, on the disk of the unpacked sources if possible
 * @param sizes what one artifact may take
 */
record BuildStep(Storage storage, Path work, CacheLimits.Sizes sizes) {
    private static final String ORIGIN_REVISION = "org.opencontainers.image.revision";
    private static final IgnoreRules IGNORED = IgnoreRules.withDefaults(List.of());

    /** All that the spec asks for. */
    Built build(ArtifactGenerator object, FetchedSources sources) throws Failure, InterruptedException {
        List<BuiltArtifact> built = new ArrayList<>();
        Optional<Retryable> failure = Optional.empty();
        for (WantedArtifact wanted : wanted(object, sources)) {
            try {
                built.add(build(wanted, sources));
            } catch (IOException failed) {
                requireUninterrupted();
                String message = wanted.name() + " build failed: " + failed.getMessage();
                failure = failure.or(() -> Optional.of(Retryable.of(CommonReason.BUILD_FAILED, message, failed)));
            }
        }
        return new Built(built, failure);
    }

    private static void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("building was interrupted");
        }
    }

    private static List<WantedArtifact> wanted(ArtifactGenerator object, FetchedSources sources)
            throws Failure, InterruptedException {
        try {
            List<WantedArtifact> wanted = WantedArtifacts.of(object, sources.folders());
            for (WantedArtifact artifact : wanted) {
                requireOther(artifact, sources.observed());
            }
            return wanted;
        } catch (PatternException unusable) {
            throw Stalled.of(CommonReason.BUILD_FAILED, String.valueOf(unusable.getMessage()), unusable);
        } catch (IOException unreadable) {
            requireUninterrupted();
            throw Retryable.of(
                    CommonReason.BUILD_FAILED,
                    "failed to walk source directory: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    /** What is made of itself would never be done. */
    private static void requireOther(WantedArtifact wanted, ObservedSources sources) throws Stalled {
        SourceName itself = new SourceName(ExternalArtifacts.KIND, wanted.namespace(), wanted.name());
        for (ResolvedSource source : sources.byAlias().values()) {
            if (source.name().equals(itself)) {
                throw Stalled.of(
                        GeneratorReason.VALIDATION_FAILED,
                        "artifact " + wanted.place() + " cannot be made of itself: remove the source " + itself
                                + ", or give the artifact another name");
            }
        }
    }

    private BuiltArtifact build(WantedArtifact wanted, FetchedSources sources) throws IOException {
        Path staging = Files.createTempDirectory(work, "artifact-");
        try {
            new Copying(sources.folders(), staging, new StagingBudget(sizes.unpackedBytes(), sizes.entries()))
                    .apply(wanted.artifact().copy());
            Map<String, Path> folders = new HashMap<>(sources.folders());
            folders.put(AliasPath.ARTIFACT, staging);
            Map<String, JsonNode> inputs = ExportedInputs.read(wanted.artifact().inputsFrom(), folders);
            return new BuiltArtifact(wanted, artifact(wanted, store(wanted, staging), sources.observed()), inputs);
        } finally {
            FolderRemoval.remove(staging);
        }
    }

    private StoredFile store(WantedArtifact wanted, Path staging) throws IOException {
        String name = TreeHash.of(staging, wanted.name()) + ".tar.gz";
        StoredPath path = new StoredPath(ExternalArtifacts.folder(wanted.namespace(), wanted.name()), name);
        return storage.store().write(path, file -> {
            Archiver.Archived archived = Archiver.archive(staging, IGNORED, storage.digests(), file.out());
            return new StoredFile(file.path(), archived.digest(), archived.size());
        });
    }

    private Artifact artifact(WantedArtifact wanted, StoredFile file, ObservedSources sources) {
        Artifact artifact = Artifact.builder()
                .path(file.path())
                .url(storage.address().url(file.path()))
                .revision(sources.named(wanted.artifact().revision())
                        .map(ResolvedSource::revision)
                        .orElse("latest@" + file.digest()))
                .digest(file.digest().toString())
                .lastUpdateTime(storage.clock().instant().truncatedTo(ChronoUnit.SECONDS))
                .size(file.size())
                .build();
        return sources.named(wanted.artifact().originRevision())
                .map(origin -> artifact.withMetadata(Map.of(ORIGIN_REVISION, origin(origin))))
                .orElse(artifact);
    }

    /** Where the source itself comes from, if it tells. */
    private static String origin(ResolvedSource source) {
        return source.originRevision().isEmpty() ? source.revision() : source.originRevision();
    }
}
