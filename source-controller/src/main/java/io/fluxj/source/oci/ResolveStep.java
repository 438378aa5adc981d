package io.fluxj.source.oci;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.api.source.v1.OCIRepositoryStatus;
import io.fluxj.oci.Digests;
import io.fluxj.oci.Reference;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.Repository;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import java.util.List;

/** Finds out what the registry has of what is wanted. */
final class ResolveStep {
    private static final String NO_DIGEST = "failed to determine artifact digest: ";

    /** A connection; what goes wrong with it is said of the first thing that is asked over it. */
    Registry connect(Pass<OCIRepository, OCIRepositoryStatus> pass, OciSource source)
            throws Failure, InterruptedException {
        try {
            return pass.transferring(pass.outdated(), source::connect);
        } catch (RegistryException failed) {
            throw WantedRevision.of(pass.object().getSpec()) instanceof WantedRevision.Range
                    ? noTag(pass, failed)
                    : noDigest(failed.message(), failed);
        }
    }

    Upstream resolve(Pass<OCIRepository, OCIRepositoryStatus> pass, OciSource source, Registry registry)
            throws Failure, InterruptedException {
        Reference reference = reference(pass, source.repository(), registry);
        try {
            Upstream found =
                    new Upstream(reference, pass.transferring(pass.outdated(), () -> registry.resolve(reference)));
            tell(pass, found);
            return found;
        } catch (RegistryException failed) {
            throw noDigest(failed.message(), failed);
        }
    }

    private static Reference reference(
            Pass<OCIRepository, OCIRepositoryStatus> pass, Repository repository, Registry registry)
            throws Failure, InterruptedException {
        try {
            return switch (WantedRevision.of(pass.object().getSpec())) {
                case WantedRevision.Digest(String digest) -> repository.digest(Digests.parse(digest));
                case WantedRevision.Tag(String tag) -> repository.tag(tag);
                case WantedRevision.Range range -> repository.tag(newest(pass, repository, registry, range));
            };
        } catch (IllegalArgumentException malformed) {
            throw noDigest(String.valueOf(malformed.getMessage()), malformed);
        }
    }

    private static String newest(
            Pass<OCIRepository, OCIRepositoryStatus> pass,
            Repository repository,
            Registry registry,
            WantedRevision.Range range)
            throws Failure, InterruptedException {
        try {
            TagChoice choice = TagChoice.of(range);
            List<String> tags = pass.transferring(pass.outdated(), () -> registry.tags(repository));
            return choice.newest(tags)
                    .orElseThrow(() -> new IllegalArgumentException("no match found for semver: " + range.range()));
        } catch (RegistryException | IllegalArgumentException failed) {
            throw noTag(pass, failed);
        }
    }

    private static void tell(Pass<OCIRepository, OCIRepositoryStatus> pass, Upstream found) {
        Artifact artifact = pass.status().artifact();
        if (artifact != null && artifact.revision().equals(found.revision())) {
            return;
        }
        String message = "new revision '" + found.revision() + "' for '" + found.reference() + "'";
        if (artifact != null) {
            pass.conditions().markTrue(SourceCondition.ARTIFACT_OUTDATED, SourceReason.NEW_REVISION, message);
        }
        pass.drifted("building artifact: " + message);
    }

    private static Retryable noTag(Pass<OCIRepository, OCIRepositoryStatus> pass, Exception failure) {
        String message = "failed to determine the artifact tag for '"
                + pass.object().getSpec().url() + "': " + failure.getMessage();
        return failed(SourceReason.READ_OPERATION_FAILED, message, failure);
    }

    private static Retryable noDigest(String why, Exception failure) {
        return failed(OciReason.PULL_FAILED, NO_DIGEST + why, failure);
    }

    private static Retryable failed(Reason reason, String message, Exception failure) {
        return Retryable.of(reason, message, failure).marking(SourceCondition.FETCH_FAILED);
    }
}
