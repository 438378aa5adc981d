package io.fluxj.api.kustomize.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.LocalObjectReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to decrypt manifests.
 *
 * @param provider The tool by which they were encrypted.
 * @param secretRef Secret in the same namespace with the keys: *.agekey for age, *.asc for OpenPGP, and sops.vault-token, sops.aws-kms, sops.azure-kv and sops.gcp-kms with the credentials of key services.
 * @param serviceAccountName Service account in the same namespace whose workload identity is used for the key services of the clouds. Without it the controller's own identity is used.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record Decryption(
        Choice<DecryptionProvider> provider,
        @Nullable LocalObjectReference secretRef,
        @Nullable String serviceAccountName,
        @UnknownFields Map<String, Object> unknown)
        implements DecryptionBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public Decryption {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static DecryptionBuilder builder() {
        return DecryptionBuilder.builder();
    }
}
