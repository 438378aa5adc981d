package io.fluxj.reflector.policy;

import io.fluxj.api.image.v1.ImagePolicy;
import io.fluxj.api.image.v1.ImagePolicySpec;
import io.fluxj.api.image.v1.ImagePolicyStatus;
import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.oci.Repository;
import io.fluxj.reflector.ImageReason;
import io.fluxj.reflector.tags.TagOwner;
import io.fluxj.reflector.tags.TagStore;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Chooses a tag. Source: behaviour §5.2.
 *
 * @param store where the tags of repositories are
 * @param requeueDependency how soon to look again for tags; a scan wakes the policy earlier
 * @param created chooses by what only the registry knows
 */
record SelectStep(TagStore store, Duration requeueDependency, CreatedStep created) {
    Selection select(Pass<ImagePolicy, ImagePolicyStatus> pass, ImageRepository repository, Repository image)
            throws Failure, InterruptedException {
        ImagePolicySpec spec = pass.object().getSpec();
        boolean byTime = CreatedStep.isWanted(spec.policy());
        try {
            if (!byTime) {
                Policer.of(spec.policy());
            }
            List<String> tags = store.read(TagOwner.of(repository)).orElse(List.of());
            if (tags.isEmpty()) {
                throw withoutTags(repository);
            }
            return byTime
                    ? created.select(
                            pass,
                            repository,
                            image,
                            Candidates.of(tags, spec.filterTags()).tags().values())
                    : Selection.of(spec, tags);
        } catch (InvalidPolicyException invalid) {
            throw Stalled.of(ImageReason.INVALID_POLICY, String.valueOf(invalid.getMessage()), invalid);
        } catch (NoTagException none) {
            throw Retryable.of(ImageReason.FAILURE, String.valueOf(none.getMessage()), none);
        } catch (IOException unreadable) {
            throw Retryable.of(
                    ImageReason.FAILURE, "failed to read tags from database: " + unreadable.getMessage(), unreadable);
        }
    }

    /** A repository whose first scan is still to come is nothing to warn of. */
    private Waiting withoutTags(ImageRepository repository) {
        String message = "retrying in " + GoDuration.of(requeueDependency) + " error: no tags in database";
        Waiting waiting = Waiting.on(CommonReason.DEPENDENCY_NOT_READY, message, requeueDependency);
        return isSettled(repository) ? waiting.announcing(Severity.ERROR, message) : waiting;
    }

    private static boolean isSettled(ImageRepository repository) {
        return Boolean.TRUE.equals(repository.getSpec().suspend())
                || (repository.getStatus() != null
                        && repository.getStatus().conditions().stream().anyMatch(SelectStep::isVerdict));
    }

    private static boolean isVerdict(Condition condition) {
        return condition.type().equals(ConditionType.READY)
                && !condition.status().is(ConditionStatus.UNKNOWN);
    }
}
