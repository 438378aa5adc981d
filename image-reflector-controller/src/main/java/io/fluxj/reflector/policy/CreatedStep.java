package io.fluxj.reflector.policy;

import io.fluxj.api.image.v1.ImagePolicy;
import io.fluxj.api.image.v1.ImagePolicyChoice;
import io.fluxj.api.image.v1.ImagePolicyStatus;
import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.api.image.v1.TagOrder;
import io.fluxj.oci.Reference;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.Repository;
import io.fluxj.reflector.ImageReason;
import io.fluxj.reflector.repository.AccessException;
import io.fluxj.reflector.repository.ImageSource;
import io.fluxj.reflector.repository.RegistryDoor;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses by the time at which images were built, since tags lie. Not known to Flux.
 *
 * @param door how the registry is reached
 * @param times when images were built
 */
record CreatedStep(RegistryDoor door, BuildTimes times) {
    /** Each has to be asked about. */
    private static final int MOST = 250;

    /** Others come first, as they do among themselves. */
    static boolean isWanted(ImagePolicyChoice choice) {
        return choice.created() != null
                && choice.semver() == null
                && choice.alphabetical() == null
                && choice.numerical() == null;
    }

    /** @throws NoTagException when nothing can be chosen */
    Selection select(
            Pass<ImagePolicy, ImagePolicyStatus> pass,
            ImageRepository repository,
            Repository image,
            Collection<String> tags)
            throws Failure, NoTagException, InterruptedException {
        List<String> sorted = io.fluxj.reflector.tags.TagOrder.descending(List.copyOf(tags)).stream()
                .filter(Reference.Tag::isValid)
                .toList();
        if (sorted.size() > MOST) {
            throw new NoTagException("spec.policy.created asks the registry about each image, and " + sorted.size()
                    + " tags are left: narrow them by spec.filterTags or the exclusionList of the ImageRepository to at"
                    + " most " + MOST);
        }
        Map<String, Instant> built = built(pass, repository, image, sorted);
        if (built.isEmpty()) {
            throw new NoTagException("none of " + sorted.size() + " images says when it was built");
        }
        return chosen(pass.object().getSpec().policy(), built);
    }

    private static Selection chosen(ImagePolicyChoice choice, Map<String, Instant> built) {
        String last = built.entrySet().stream()
                .reduce((one, other) -> other.getValue().isAfter(one.getValue()) ? other : one)
                .orElseThrow()
                .getKey();
        if (choice.created() == null
                || choice.created().order() == null
                || !choice.created().order().is(TagOrder.DESC)) {
            return new Selection(last, Optional.empty());
        }
        String first = built.entrySet().stream()
                .reduce((one, other) -> other.getValue().isBefore(one.getValue()) ? other : one)
                .orElseThrow()
                .getKey();
        return new Selection(first, Optional.of(last).filter(tag -> !tag.equals(first)));
    }

    private Map<String, Instant> built(
            Pass<ImagePolicy, ImagePolicyStatus> pass, ImageRepository repository, Repository image, List<String> tags)
            throws Failure, InterruptedException {
        try (ImageSource source = door.open(repository, image, pass::conceal)) {
            return pass.transferring(pass.outdated(), () -> ask(source, image, tags));
        } catch (AccessException unusable) {
            throw failed("failed to configure authentication options: " + unusable.message(), unusable);
        } catch (RegistryException refused) {
            throw failed(refused.message(), refused);
        }
    }

    private Map<String, Instant> ask(ImageSource source, Repository image, List<String> tags)
            throws RegistryException, InterruptedException {
        Map<String, Instant> built = new LinkedHashMap<>();
        try (Registry registry = source.connect()) {
            for (String tag : tags) {
                Optional<Instant> time = times.of(registry, new Reference.Tag(image, tag));
                time.ifPresent(instant -> built.put(tag, instant));
            }
        }
        return built;
    }

    private static Retryable failed(String why, Exception cause) {
        return Retryable.of(ImageReason.FAILURE, "failed to find out when images were built: " + why, cause);
    }
}
