package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Picks tests by name.
 *
 * @param name Name of the test.
 * @param exclude Leave this test out, instead of running only it. Defaults to false.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record TestFilter(
        String name,
        @Nullable Boolean exclude,
        @UnknownFields Map<String, Object> unknown) implements TestFilterBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public TestFilter {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static TestFilterBuilder builder() {
        return TestFilterBuilder.builder();
    }
}
