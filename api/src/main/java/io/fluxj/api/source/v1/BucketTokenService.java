package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.LocalObjectReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The security token service that hands out temporary credentials.
 *
 * @param provider Kind of token service: aws for provider aws, ldap for provider generic.
 * @param endpoint Address of the token service, http or https.
 * @param secretRef Secret in the same namespace with username and password for the token service. Only for ldap.
 * @param certSecretRef Secret in the same namespace with tls.crt, tls.key and ca.crt for the token service. Only for ldap.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record BucketTokenService(
        Choice<BucketTokenProvider> provider,
        String endpoint,
        @Nullable LocalObjectReference secretRef,
        @Nullable LocalObjectReference certSecretRef,
        @UnknownFields Map<String, Object> unknown)
        implements BucketTokenServiceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public BucketTokenService {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static BucketTokenServiceBuilder builder() {
        return BucketTokenServiceBuilder.builder();
    }
}
