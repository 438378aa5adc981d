package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.LocalObjectReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose signature an OCI artifact must carry.
 *
 * @param provider Technique of the signature. Default: {@code cosign}.
 * @param secretRef Secret in the same namespace with the trusted keys: for cosign each value whose key ends in .pub; for notation the certificates, and trustpolicy.json. Without it cosign verifies keyless signatures against matchOIDCIdentity.
 * @param matchOIDCIdentity Who may have signed keyless. One of them has to match.
 * @param trustedRootSecretRef Secret in the same namespace with the roots of trust of a private Sigstore, in the key trusted_root.json. Without it the public Sigstore is trusted.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ArtifactVerification(
        Choice<SignatureProvider> provider,
        @Nullable LocalObjectReference secretRef,
        List<OidcIdentity> matchOIDCIdentity,
        @Nullable LocalObjectReference trustedRootSecretRef,
        @UnknownFields Map<String, Object> unknown)
        implements ArtifactVerificationBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ArtifactVerification {
        matchOIDCIdentity = Absent.copy(matchOIDCIdentity);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ArtifactVerificationBuilder builder() {
        return ArtifactVerificationBuilder.builder();
    }
}
