package io.fluxj.source.helm;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.api.source.v1.HelmRepositoryStatus;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.archive.HashingOutputStream;
import io.fluxj.net.http.Deadline;
import io.fluxj.net.http.HttpAnswer;
import io.fluxj.net.http.HttpReader;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import io.fluxj.source.artifact.WorkFolder;
import io.fluxj.source.helm.index.IndexFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Fetches the index, and makes of it what is stored. */
final class FetchStep {
    private static final int BUFFER = 1 << 16;

    private final Proxies proxies;
    private final long maxSize;

    FetchStep(HelmParts parts) {
        this.proxies = parts.proxies();
        this.maxSize = parts.indexMaxSize();
    }

    /** Downloads the index as it is. */
    DownloadedIndex download(Pass<HelmRepository, HelmRepositoryStatus> pass, IndexSource source, WorkFolder folder)
            throws Failure, InterruptedException {
        try (HttpReader http = HttpReader.open(source.tls(), proxies)) {
            return pass.transferring(pass.outdated(), () -> download(http, source, folder.path()));
        } catch (GeneralSecurityException unusable) {
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

    private DownloadedIndex download(HttpReader http, IndexSource source, Path folder)
            throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(source.timeout());
        Path file = folder.resolve("index.yaml");
        try (HttpAnswer answer = http.follow(source.index(), source.headers(), deadline)) {
            if (!answer.isOk()) {
                throw new IOException("failed to fetch " + source.index() + " : " + answer.statusText());
            }
            try (HashingOutputStream out =
                    new HashingOutputStream(Files.newOutputStream(file), DigestAlgorithm.SHA256)) {
                copy(answer.body(), out);
                return new DownloadedIndex(file, out.digest());
            }
        }
    }

    private void copy(InputStream in, HashingOutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (out.size() + read > maxSize) {
                throw new IOException("index exceeds the maximum index file size of " + maxSize + " bytes");
            }
            out.write(buffer, 0, read);
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
