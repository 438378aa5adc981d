package io.fluxj.api.notification.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Required;
import io.fluxj.api.json.UnknownFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An OIDC provider whose tokens are taken.
 *
 * @param issuerURL Address of the issuer, exactly as in its tokens.
 * @param audience Audience that the token must have. Defaults to notification-controller.
 * @param variables Named CEL expressions for use in the validations, in this order.
 * @param validations What must be true of a token, every one of them.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record OidcProvider(
        String issuerURL,
        @Nullable String audience,
        List<OidcVariable> variables,
        @Required List<OidcValidation> validations,
        @UnknownFields Map<String, Object> unknown)
        implements OidcProviderBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public OidcProvider {
        variables = Absent.copy(variables);
        validations = Absent.copy(validations);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static OidcProviderBuilder builder() {
        return OidcProviderBuilder.builder();
    }
}
