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
 * Whose signature a chart in an OCI registry must carry.
 *
 * @param provider Technique of the signature. Default: {@code cosign}.
 * @param secretRef Secret in the same namespace with the trusted keys: for cosign each value whose key ends in .pub; for notation the certificates, and trustpolicy.json. Without it cosign verifies keyless signatures against matchOIDCIdentity.
 * @param matchOIDCIdentity Who may have signed keyless. One of them has to match.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ChartVerification(
        Choice<SignatureProvider> provider,
        @Nullable LocalObjectReference secretRef,
        List<OidcIdentity> matchOIDCIdentity,
        @UnknownFields Map<String, Object> unknown)
        implements ChartVerificationBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ChartVerification {
        matchOIDCIdentity = Absent.copy(matchOIDCIdentity);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ChartVerificationBuilder builder() {
        return ChartVerificationBuilder.builder();
    }
}
