package io.fluxj.reflector.repository;

import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.api.image.v1.ImageRepositoryStatus;
import io.fluxj.api.image.v1.ScanResult;
import io.fluxj.api.json.UndeclaredFields;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.oci.Repository;
import io.fluxj.reflector.ImageReason;
import io.fluxj.reflector.tags.Revision;
import io.fluxj.reflector.tags.TagOwner;
import io.fluxj.reflector.tags.TagStore;
import io.fluxj.runtime.notice.SpecNotices;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.ReadyNews;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.runtime.reconcile.Retryable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of an ImageRepository. Source: behaviour §5.1. */
public final class ImageRepositoryReconciliation implements Reconciliation<ImageRepository, ImageRepositoryStatus> {
    /** A net: looking up the access reads a few Secrets. */
    private static final Duration LOOKING_UP = Duration.ofMinutes(5);

    private final RegistryDoor door;
    private final TagStore store;
    private final ScanStep scan;
    private final Clock clock;
    private final SpecNotices<ImageRepository> notices;

    /** Assembles the steps. */
    public ImageRepositoryReconciliation(
            RegistryDoor door, TagStore store, Revision revision, Clock clock, SpecNotices<ImageRepository> notices) {
        this.door = door;
        this.store = store;
        this.scan = new ScanStep(store, revision, clock);
        this.clock = clock;
        this.notices = notices;
    }

    @Override
    public KindRules<ImageRepository, ImageRepositoryStatus> rules() {
        return new KindRules<>(
                ImageRepository.class,
                ImageRepositoryStatus.class,
                "image-reflector-controller",
                Set.of("Ready", "Reconciling", "Stalled"),
                repository -> Boolean.TRUE.equals(repository.getSpec().suspend()),
                repository -> RetryPolicy.backoff(),
                ReadyRule.standing());
    }

    @Override
    public Outcome reconcile(Pass<ImageRepository, ImageRepositoryStatus> pass) throws Failure, InterruptedException {
        Repository image = pass.step("readSpec", () -> readSpec(pass));
        try (ImageSource source = pass.step("resolveAccess", LOOKING_UP, () -> access(pass, image))) {
            ScanDecision decision = pass.step("decide", () -> decide(pass, image));
            if (!decision.due()) {
                return done(pass, image, decision, "no change in repository configuration since last scan");
            }
            announce(pass, decision);
            String before = revision(pass.status());
            pass.step("scan", () -> scan.scan(pass, source));
            boolean same = Objects.equals(before, revision(pass.status()));
            return done(pass, image, decision, same ? "tags did not change" : "successful scan");
        }
    }

    private Repository readSpec(Pass<ImageRepository, ImageRepositoryStatus> pass) throws Failure {
        ImageRepositoryStatus status = pass.object().getStatus();
        long observed = status == null || status.observedGeneration() == null ? -1 : status.observedGeneration();
        notices.tell(pass, observed, UndeclaredFields.of("spec", pass.object().getSpec()), List.of());
        return SpecCheck.requireUsable(pass.object().getSpec(), door);
    }

    private ImageSource access(Pass<ImageRepository, ImageRepositoryStatus> pass, Repository image) throws Retryable {
        try {
            return door.open(pass.object(), image, pass::conceal);
        } catch (AccessException unusable) {
            throw Retryable.of(
                    ImageReason.AUTHENTICATION_FAILED,
                    "failed to configure authentication options: " + unusable.message(),
                    unusable);
        }
    }

    private ScanDecision decide(Pass<ImageRepository, ImageRepositoryStatus> pass, Repository image) throws Retryable {
        try {
            boolean hasTags =
                    !store.read(TagOwner.of(pass.object())).orElse(List.of()).isEmpty();
            return ScanDecision.of(pass.object(), image, hasTags, clock.instant());
        } catch (IOException unreadable) {
            throw Retryable.of(
                    ImageReason.FAILURE,
                    "failed to determine if it's scan time: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    /** Tags that were lost are news to the policies that wait for them. */
    private static void announce(Pass<ImageRepository, ImageRepositoryStatus> pass, ScanDecision decision) {
        String message = "scanning: " + decision.why();
        if (decision.why().equals(ScanDecision.NO_TAGS)) {
            pass.drifted(message);
        } else {
            pass.progress(message);
        }
    }

    private static Outcome done(
            Pass<ImageRepository, ImageRepositoryStatus> pass, Repository image, ScanDecision decision, String trace) {
        pass.update(status -> status.withCanonicalImageName(image.toString())
                .withObservedExclusionList(Exclusions.named(pass.object().getSpec())));
        ScanResult result = Objects.requireNonNull(pass.status().lastScanResult());
        String message =
                "successful scan: found %d tags with checksum %s".formatted(result.tagCount(), result.revision());
        String next = ", next scan in " + GoDuration.of(decision.next());
        return ReadyNews.of(pass, message, trace + next, decision.next());
    }

    private static @Nullable String revision(ImageRepositoryStatus status) {
        return status.lastScanResult() == null ? null : status.lastScanResult().revision();
    }

    @Override
    public void cleanUp(Pass<ImageRepository, ImageRepositoryStatus> pass) throws Failure, InterruptedException {
        pass.step("removeTags", () -> remove(pass.object()));
    }

    private void remove(ImageRepository object) throws Retryable {
        try {
            store.remove(TagOwner.of(object));
        } catch (IOException unremovable) {
            throw Retryable.of(ImageReason.FAILURE, "failed to remove tags: " + unremovable.getMessage(), unremovable);
        }
    }

    @Override
    public void forget(ImageRepository repository) {
        notices.forget(repository);
    }
}
