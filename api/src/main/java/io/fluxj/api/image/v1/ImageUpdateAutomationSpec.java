package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LabelSelector;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which repository to change, how often, and how to commit.
 *
 * @param sourceRef The GitRepository to change, whose credentials must allow to push.
 * @param git What to check out, and how to commit and push.
 * @param interval How often to look for something to change, besides at every change of a policy.
 * @param policySelector Which ImagePolicies in the same namespace to follow, by their labels. All when not set.
 * @param update Which files to change, and how. Default: {@code {"strategy":"Setters"}}.
 * @param suspend Pause. While true nothing is changed.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ImageUpdateAutomationSpec(
        SourceReference sourceRef,
        @Nullable GitSpec git,
        GoDuration interval,
        @Nullable LabelSelector policySelector,
        @Nullable UpdateStrategy update,
        @Nullable Boolean suspend,
        @UnknownFields Map<String, Object> unknown)
        implements ImageUpdateAutomationSpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ImageUpdateAutomationSpec {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ImageUpdateAutomationSpecBuilder builder() {
        return ImageUpdateAutomationSpecBuilder.builder();
    }
}
