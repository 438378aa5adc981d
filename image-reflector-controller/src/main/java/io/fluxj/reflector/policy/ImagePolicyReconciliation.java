package io.fluxj.reflector.policy;

import io.fluxj.api.image.v1.DigestReflectionPolicy;
import io.fluxj.api.image.v1.ImagePolicy;
import io.fluxj.api.image.v1.ImagePolicyChoice;
import io.fluxj.api.image.v1.ImagePolicySpec;
import io.fluxj.api.image.v1.ImagePolicyStatus;
import io.fluxj.api.image.v1.ImageReference;
import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.api.json.UndeclaredFields;
import io.fluxj.oci.Repository;
import io.fluxj.reflector.ImageReason;
import io.fluxj.reflector.repository.ImageName;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.notice.SpecNotices;
import io.fluxj.runtime.reconcile.Announcement;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.ReadyNews;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.runtime.reconcile.Stalled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The steps of an ImagePolicy. Source: behaviour §5.2. */
public final class ImagePolicyReconciliation implements Reconciliation<ImagePolicy, ImagePolicyStatus> {
    /** A net: expressions take linear time, but tags may be many. */
    private static final Duration SELECTING = Duration.ofMinutes(5);

    private final RepositoryStep repositories;
    private final SelectStep select;
    private final DigestStep digests;
    private final PolicyParts parts;
    private final SpecNotices<ImagePolicy> notices;

    /** Assembles the steps. */
    public ImagePolicyReconciliation(PolicyParts parts, RepositoryWatch watch) {
        this.parts = parts;
        this.repositories =
                new RepositoryStep(watch::find, parts.client(), parts.rules().noCrossNamespaceRefs());
        this.select = new SelectStep(
                parts.store(), parts.rules().requeueDependency(), new CreatedStep(parts.door(), new BuildTimes()));
        this.digests = new DigestStep(parts.door());
        this.notices = parts.notices();
    }

    @Override
    public KindRules<ImagePolicy, ImagePolicyStatus> rules() {
        return new KindRules<>(
                ImagePolicy.class,
                ImagePolicyStatus.class,
                "image-reflector-controller",
                Set.of("Ready", "Reconciling", "Stalled"),
                policy -> Boolean.TRUE.equals(policy.getSpec().suspend()),
                policy -> RetryPolicy.backoff(),
                ReadyRule.standing());
    }

    @Override
    public Outcome reconcile(Pass<ImagePolicy, ImagePolicyStatus> pass) throws Failure, InterruptedException {
        pass.step("readSpec", () -> readSpec(pass));
        ImageRepository repository = pass.step("resolveRepository", () -> repositories.resolve(pass.object()));
        Repository image = pass.step("readRepository", () -> readRepository(repository));
        Selection selection = pass.step("selectTag", SELECTING, () -> select.select(pass, repository, image));
        ImageReference reference =
                pass.step("reflectDigest", () -> digests.reflect(pass, repository, image, selection.tag()));
        boolean moved = remember(pass, reference);
        Outcome outcome = ready(pass);
        return moved ? warned(pass.object().getSpec(), selection, outcome) : outcome;
    }

    private void readSpec(Pass<ImagePolicy, ImagePolicyStatus> pass) throws Stalled, InterruptedException {
        ImagePolicySpec spec = pass.object().getSpec();
        ImagePolicyStatus status = pass.object().getStatus();
        long observed = status == null || status.observedGeneration() == null ? -1 : status.observedGeneration();
        notices.tell(pass, observed, UndeclaredFields.of("spec", spec), List.of());
        if (DigestStep.policy(pass.object()) == DigestReflectionPolicy.ALWAYS && spec.interval() == null) {
            throw Stalled.of(
                    ImageReason.INTERVAL_NOT_CONFIGURED,
                    "spec.interval must be set when spec.digestReflectionPolicy is set to 'Always'");
        }
        try {
            interval(pass.object());
        } catch (IllegalArgumentException unusable) {
            throw Stalled.of(ImageReason.INVALID_SPEC, "spec.interval: " + unusable.getMessage(), unusable);
        }
    }

    private Repository readRepository(ImageRepository repository) throws Stalled {
        if (parts.door().isBarred(repository.getSpec())) {
            throw Stalled.of(
                    CommonReason.FEATURE_GATE_DISABLED,
                    "to use spec.serviceAccountName in the ImageRepository for provider authentication please enable"
                            + " the ObjectLevelWorkloadIdentity feature gate in the controller");
        }
        try {
            return ImageName.parse(repository.getSpec().image());
        } catch (IllegalArgumentException malformed) {
            throw Stalled.of(ImageReason.IMAGE_URL_INVALID, String.valueOf(malformed.getMessage()), malformed);
        }
    }

    /** Whether another image is chosen than before. */
    private static boolean remember(Pass<ImagePolicy, ImagePolicyStatus> pass, ImageReference reference) {
        ImageReference latest = pass.status().latestRef();
        if (reference.equals(latest)) {
            return false;
        }
        pass.update(status -> status.withObservedPreviousRef(latest).withLatestRef(reference));
        return true;
    }

    private static Outcome ready(Pass<ImagePolicy, ImagePolicyStatus> pass) {
        ImageReference latest = Objects.requireNonNull(pass.status().latestRef());
        String previous = Optional.ofNullable(pass.status().observedPreviousRef())
                .filter(reference -> !reference.equals(latest))
                .map(reference ->
                        " (previously " + reference.name() + ":" + reference.tag() + digest(reference, "@") + ")")
                .orElse("");
        String message = "Latest image tag for " + latest.name() + " resolved to " + latest.tag()
                + digest(latest, " with digest ") + previous;
        return ReadyNews.of(pass, message, message, interval(pass.object()));
    }

    private static String digest(ImageReference reference, String before) {
        return reference.digest() == null || reference.digest().isEmpty() ? "" : before + reference.digest();
    }

    /** Nothing but events wakes a policy, unless it looks at what a tag leads to. */
    private static Duration interval(ImagePolicy policy) {
        return DigestStep.policy(policy) == DigestReflectionPolicy.ALWAYS
                        && policy.getSpec().interval() != null
                ? policy.getSpec().interval().value()
                : Duration.ZERO;
    }

    /** Who writes {@code desc} often wants the newest on top, and gets the oldest. */
    private static Outcome warned(ImagePolicySpec spec, Selection selection, Outcome outcome) {
        return selection
                .greater()
                .map(greater -> outcome.announcing(new Announcement(
                        Severity.INFO,
                        ImageReason.LEAST_VALUE_CHOSEN,
                        "order 'desc' chooses the least value, which is tag '" + selection.tag()
                                + "'; order 'asc' would"
                                + " choose tag '" + greater + "'; set spec.policy."
                                + ordered(spec.policy())
                                + ".order if that is what you want",
                        Map.of())))
                .orElse(outcome);
    }

    private static String ordered(ImagePolicyChoice choice) {
        if (choice.alphabetical() != null) {
            return "alphabetical";
        }
        return choice.numerical() != null ? "numerical" : "created";
    }

    @Override
    public void cleanUp(Pass<ImagePolicy, ImagePolicyStatus> pass) {
        // nothing of it is anywhere else
    }

    @Override
    public void forget(ImagePolicy policy) {
        notices.forget(policy);
    }
}
