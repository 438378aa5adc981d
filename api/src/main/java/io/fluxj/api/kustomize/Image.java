package io.fluxj.api.kustomize;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces name, tag or digest of a container image wherever it is used.
 *
 * @param name Image as the manifests write it, without tag and digest.
 * @param newName Name to write instead. Kept when empty.
 * @param newTag Tag to write instead. Kept when empty.
 * @param digest Digest to write instead of a tag, as sha256:hex. Wins over newTag.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record Image(
        String name,
        @Nullable String newName,
        @Nullable String newTag,
        @Nullable String digest,
        @UnknownFields Map<String, Object> unknown)
        implements ImageBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public Image {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ImageBuilder builder() {
        return ImageBuilder.builder();
    }
}
