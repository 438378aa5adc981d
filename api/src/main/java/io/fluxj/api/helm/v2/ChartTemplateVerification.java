package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.OidcIdentity;
import io.fluxj.api.source.v1.SignatureProvider;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose signature the chart must carry.
 *
 * @param provider Technique of the signature. Default: {@code cosign}.
 * @param secretRef Secret with the trusted keys, in the namespace of the HelmChart. Without it cosign verifies keyless signatures.
 * @param matchOIDCIdentity Who may have signed keyless. One of them has to match. Only for an OCIRepository.
 * @param trustedRootSecretRef Secret with the roots of trust of a private Sigstore, in the key trusted_root.json. Only for an OCIRepository.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ChartTemplateVerification(
        Choice<SignatureProvider> provider,
        @Nullable LocalObjectReference secretRef,
        List<OidcIdentity> matchOIDCIdentity,
        @Nullable LocalObjectReference trustedRootSecretRef,
        @UnknownFields Map<String, Object> unknown)
        implements ChartTemplateVerificationBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ChartTemplateVerification {
        matchOIDCIdentity = Absent.copy(matchOIDCIdentity);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ChartTemplateVerificationBuilder builder() {
        return ChartTemplateVerificationBuilder.builder();
    }
}
