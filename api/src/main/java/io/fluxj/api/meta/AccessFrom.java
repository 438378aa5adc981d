package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Required;
import io.fluxj.api.json.UnknownFields;
import java.util.List;
import java.util.Map;

/**
 * Namespaces from which an object may be referred to.
 *
 * @param namespaceSelectors Any one of these must match the namespace. An empty selector matches every namespace.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record AccessFrom(
        @Required List<NamespaceSelector> namespaceSelectors,
        @UnknownFields Map<String, Object> unknown) implements AccessFromBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public AccessFrom {
        namespaceSelectors = Absent.copy(namespaceSelectors);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static AccessFromBuilder builder() {
        return AccessFromBuilder.builder();
    }
}
