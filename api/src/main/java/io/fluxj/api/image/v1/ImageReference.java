package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An image with its tag.
 *
 * @param name The image, without its tag.
 * @param tag The tag.
 * @param digest The digest, when it was looked up.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ImageReference(
        String name,
        String tag,
        @Nullable String digest,
        @UnknownFields Map<String, Object> unknown) implements ImageReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ImageReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ImageReferenceBuilder builder() {
        return ImageReferenceBuilder.builder();
    }
}
