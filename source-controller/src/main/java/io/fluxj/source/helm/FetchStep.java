package io.fluxj.source.helm;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.api.source.v1.HelmRepositoryStatus;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import io.fluxj.source.artifact.WorkFolder;
import io.fluxj.source.helm.index.IndexFile;
import java.io.IOException;
import java.nio.file.Path;

/** Fetches the index, and makes of it what is stored. */
final class FetchStep {
    private final IndexDownload index;

    FetchStep(HelmParts parts) {
        this.index = new IndexDownload(new FileDownload(parts.proxies()), parts.indexMaxSize());
    }

    /** Downloads the index as it is. */
    DownloadedIndex download(Pass<HelmRepository, HelmRepositoryStatus> pass, IndexSource source, WorkFolder folder)
            throws Failure, InterruptedException {
        try {
            return pass.transferring(pass.outdated(), () -> index.fetch(source, folder.path()));
        } catch (UnusableTlsException unusable) {
            throw Retryable.of(
                            SourceReason.AUTHENTICATION_FAILED,
                            "failed to construct Helm client's TLS config: " + unusable.getMessage(),
                            unusable)
                    .marking(SourceCondition.FETCH_FAILED);
        } catch (IOException failed) {
            throw Retryable.of(
                            CommonReason.FAILED,
                            "failed to fetch Helm repository index: failed to cache index to temporary file: "
                                    + failed.getMessage(),
                            failed)
                    .marking(SourceCondition.FETCH_FAILED);
        }
    }

    /** Whether the stored artifact is of this very index. */
    static boolean isStored(Pass<HelmRepository, HelmRepositoryStatus> pass, DownloadedIndex index) {
        Artifact artifact = pass.status().artifact();
        return artifact != null && artifact.revision().equals(index.revision());
    }

    /** Reads the index into the form that is stored, and says that it is a new one. */
    Path convert(Pass<HelmRepository, HelmRepositoryStatus> pass, DownloadedIndex index, WorkFolder folder)
            throws Retryable {
        Path stored = folder.path().resolve("index.json");
        try {
            IndexFile.convert(index.file(), stored, folder.path());
        } catch (IOException unusable) {
            throw Retryable.of(
                            HelmReason.INDEXATION_FAILED,
                            "failed to load Helm repository from index YAML: failed to load index: "
                                    + unusable.getMessage(),
                            unusable)
                    .marking(SourceCondition.FETCH_FAILED);
        }
        String message = "new index revision '" + index.revision() + "'";
        if (pass.status().artifact() != null) {
            pass.conditions().markTrue(SourceCondition.ARTIFACT_OUTDATED, SourceReason.NEW_REVISION, message);
        }
        pass.drifted("building artifact: " + message);
        return stored;
    }
}
