package io.fluxj.api.notification.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;

/**
 * A condition that a token must meet.
 *
 * @param expression CEL expression over claims and vars that must give true.
 * @param message What to answer when it does not.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record OidcValidation(
        String expression, String message, @UnknownFields Map<String, Object> unknown)
        implements OidcValidationBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public OidcValidation {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static OidcValidationBuilder builder() {
        return OidcValidationBuilder.builder();
    }
}
