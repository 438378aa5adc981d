package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One key of a Secret in the same namespace.
 *
 * @param name Name of the Secret.
 * @param key Key in the Secret. Without it the keys value and value.yaml are tried.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record SecretKeyReference(
        String name, @Nullable String key, @UnknownFields Map<String, Object> unknown)
        implements SecretKeyReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public SecretKeyReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static SecretKeyReferenceBuilder builder() {
        return SecretKeyReferenceBuilder.builder();
    }
}
