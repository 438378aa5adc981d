package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.NamespacedObjectReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which image, and how to choose among its tags.
 *
 * @param imageRepositoryRef The ImageRepository with the tags.
 * @param policy How to choose. Exactly one of its fields has to be set.
 * @param filterTags Which tags to consider, and which part of them to compare. All, and the whole, when not set.
 * @param digestReflectionPolicy Whether to look up the digest of the chosen tag. Default: {@code Never}.
 * @param interval How often the digest is looked up. Only, and required, when digestReflectionPolicy is Always.
 * @param suspend Pause. While true nothing is chosen.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ImagePolicySpec(
        NamespacedObjectReference imageRepositoryRef,
        ImagePolicyChoice policy,
        @Nullable TagFilter filterTags,
        @Nullable Choice<DigestReflectionPolicy> digestReflectionPolicy,
        @Nullable GoDuration interval,
        @Nullable Boolean suspend,
        @UnknownFields Map<String, Object> unknown)
        implements ImagePolicySpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ImagePolicySpec {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ImagePolicySpecBuilder builder() {
        return ImagePolicySpecBuilder.builder();
    }
}
