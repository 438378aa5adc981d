package io.fluxj.api.notification.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;

/**
 * A named CEL expression.
 *
 * @param name Name, by which later expressions use it as vars.name.
 * @param expression The expression. It sees the token's claims as the variable claims.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record OidcVariable(
        String name, String expression, @UnknownFields Map<String, Object> unknown)
        implements OidcVariableBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public OidcVariable {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static OidcVariableBuilder builder() {
        return OidcVariableBuilder.builder();
    }
}
