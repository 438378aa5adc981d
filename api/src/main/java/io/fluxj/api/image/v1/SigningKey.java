package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.LocalObjectReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Key to sign commits with.
 *
 * @param secretRef Secret in the same namespace with the key: git.asc for OpenPGP, identity for SSH; and passphrase or password where the key is encrypted.
 * @param type Kind of the key. Defaults to gpg.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record SigningKey(
        LocalObjectReference secretRef,
        @Nullable Choice<SigningKeyType> type,
        @UnknownFields Map<String, Object> unknown)
        implements SigningKeyBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public SigningKey {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static SigningKeyBuilder builder() {
        return SigningKeyBuilder.builder();
    }
}
