package io.fluxj.reflector.repository;

import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.api.image.v1.ImageRepositorySpec;
import io.fluxj.api.image.v1.ImageRepositoryStatus;
import io.fluxj.api.image.v1.ScanResult;
import io.fluxj.oci.RegistryException;
import io.fluxj.reflector.ImageReason;
import io.fluxj.reflector.tags.Revision;
import io.fluxj.reflector.tags.TagOrder;
import io.fluxj.reflector.tags.TagOwner;
import io.fluxj.reflector.tags.TagStore;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Lists the tags of an image and keeps those that count.
 *
 * @param store where
 * @param revision how a list is summed up
 * @param clock tells when
 */
record ScanStep(TagStore store, Revision revision, Clock clock) {
    private static final int SHOWN = 10;

    void scan(Pass<ImageRepository, ImageRepositoryStatus> pass, ImageSource source)
            throws Failure, InterruptedException {
        ImageRepositorySpec spec = pass.object().getSpec();
        List<String> tags = tags(pass, source, Exclusions.named(spec));
        keep(TagOwner.of(pass.object()), tags);
        ScanResult result = ScanResult.builder()
                .scanTime(clock.instant().truncatedTo(ChronoUnit.SECONDS))
                .tagCount((long) tags.size())
                .latestTags(tags.subList(0, Math.min(SHOWN, tags.size())))
                .revision(revision.of(tags))
                .build();
        pass.update(status -> status.withLastScanResult(result));
    }

    private List<String> tags(
            Pass<ImageRepository, ImageRepositoryStatus> pass, ImageSource source, List<String> exclusions)
            throws Failure, InterruptedException {
        try {
            Exclusions excluded = Exclusions.of(exclusions);
            List<String> all = pass.transferring(pass.outdated(), source::tags);
            return TagOrder.descending(excluded.without(all));
        } catch (RegistryException | IllegalArgumentException failed) {
            throw failed(failed);
        }
    }

    /** What is there already is not written again: most scans find nothing new. */
    private void keep(TagOwner owner, List<String> tags) throws Retryable {
        try {
            if (!store.read(owner).equals(Optional.of(tags))) {
                store.write(owner, tags);
            }
        } catch (IOException unwritable) {
            throw failed(unwritable);
        }
    }

    private static Retryable failed(Exception why) {
        return Retryable.of(ImageReason.READ_OPERATION_FAILED, "scan failed: " + why.getMessage(), why);
    }
}
