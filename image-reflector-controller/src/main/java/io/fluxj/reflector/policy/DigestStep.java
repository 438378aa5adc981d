package io.fluxj.reflector.policy;

import io.fluxj.api.image.v1.DigestReflectionPolicy;
import io.fluxj.api.image.v1.ImagePolicy;
import io.fluxj.api.image.v1.ImagePolicyStatus;
import io.fluxj.api.image.v1.ImageReference;
import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.oci.Reference;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.Repository;
import io.fluxj.reflector.repository.AccessException;
import io.fluxj.reflector.repository.ImageSource;
import io.fluxj.reflector.repository.RegistryDoor;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes an image's reference of the chosen tag: with its digest where the policy wants it. Source: behaviour §5.2.
 *
 * @param door how the registry is reached
 */
record DigestStep(RegistryDoor door) {
    ImageReference reflect(
            Pass<ImagePolicy, ImagePolicyStatus> pass, ImageRepository repository, Repository image, String tag)
            throws Failure, InterruptedException {
        ImageReference chosen = ImageReference.builder()
                .name(repository.getSpec().image())
                .tag(tag)
                .build();
        return switch (policy(pass.object())) {
            case NEVER -> chosen;
            case ALWAYS -> chosen.withDigest(fetch(pass, repository, image, chosen));
            case IF_NOT_PRESENT -> {
                String known = known(pass.status().latestRef(), chosen);
                yield chosen.withDigest(known.isEmpty() ? fetch(pass, repository, image, chosen) : known);
            }
        };
    }

    static DigestReflectionPolicy policy(ImagePolicy policy) {
        return policy.getSpec().digestReflectionPolicy() == null
                ? DigestReflectionPolicy.NEVER
                : policy.getSpec().digestReflectionPolicy().known().orElse(DigestReflectionPolicy.NEVER);
    }

    private static String known(@Nullable ImageReference latest, ImageReference chosen) {
        return latest != null
                        && latest.name().equals(chosen.name())
                        && latest.tag().equals(chosen.tag())
                ? Objects.requireNonNullElse(latest.digest(), "")
                : "";
    }

    private String fetch(
            Pass<ImagePolicy, ImagePolicyStatus> pass,
            ImageRepository repository,
            Repository image,
            ImageReference chosen)
            throws Failure, InterruptedException {
        String doing = "failed fetching digest of " + chosen.name() + ":" + chosen.tag() + ": ";
        try (ImageSource source = door.open(repository, image, pass::conceal)) {
            Reference reference = image.tag(chosen.tag());
            return pass.transferring(pass.outdated(), () -> source.digest(reference));
        } catch (AccessException unusable) {
            throw failed(doing + "failed to configure authentication options: " + unusable.message(), unusable);
        } catch (RegistryException refused) {
            String what = "failed fetching descriptor for \"" + image + ":" + chosen.tag() + "\": ";
            throw failed(doing + what + refused.message(), refused);
        } catch (IllegalArgumentException noTag) {
            throw failed(doing + noTag.getMessage(), noTag);
        }
    }

    private static Retryable failed(String message, Exception cause) {
        return Retryable.of(CommonReason.FAILED, message, cause);
    }
}
