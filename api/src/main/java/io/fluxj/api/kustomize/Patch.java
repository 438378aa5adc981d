package io.fluxj.api.kustomize;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kustomize patch and the objects it is laid over.
 *
 * @param patch The patch, as YAML or JSON: either a strategic-merge patch (an object with the fields to change) or a JSON 6902 patch (a list of operations).
 * @param target Which objects to change. May be left out for a strategic-merge patch that names its object itself.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record Patch(
        String patch,
        @Nullable Selector target,
        @UnknownFields Map<String, Object> unknown) implements PatchBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public Patch {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static PatchBuilder builder() {
        return PatchBuilder.builder();
    }
}
