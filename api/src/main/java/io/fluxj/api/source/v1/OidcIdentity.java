package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;

/**
 * An identity that signs keyless. Both fields are regular expressions.
 *
 * @param issuer Issuer within the signer's certificate, such as ^https://token.actions.githubusercontent.com$.
 * @param subject Subject within the signer's certificate, such as ^https://github.com/org/repo.*$.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record OidcIdentity(
        String issuer, String subject, @UnknownFields Map<String, Object> unknown) implements OidcIdentityBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public OidcIdentity {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static OidcIdentityBuilder builder() {
        return OidcIdentityBuilder.builder();
    }
}
