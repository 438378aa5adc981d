package io.fluxj.api.sourceextensions.v1beta1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files to copy from a source into an artifact.
 *
 * @param from Files to copy, as &#64;alias/path; the path may hold * and **.
 * @param to Where to copy them, as &#64;artifact/path. A trailing slash means into that directory.
 * @param exclude Files not to copy, as patterns with * and **.
 * @param strategy What to do with a file that is there already. Defaults to Overwrite.
 * @param optional Whether it is no failure that there is nothing to copy. Defaults to false.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record CopyOperation(
        String from,
        String to,
        List<String> exclude,
        @Nullable Choice<CopyStrategy> strategy,
        @Nullable Boolean optional,
        @UnknownFields Map<String, Object> unknown)
        implements CopyOperationBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public CopyOperation {
        exclude = Absent.copy(exclude);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static CopyOperationBuilder builder() {
        return CopyOperationBuilder.builder();
    }
}
