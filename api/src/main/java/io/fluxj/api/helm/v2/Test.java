package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.GoDuration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how to run the chart's tests.
 *
 * @param enable Run the tests after every installation and upgrade. Defaults to false.
 * @param timeout Longest time for one test. Defaults to the timeout of the release.
 * @param ignoreFailures Do not count failed tests as a failure of the release. Defaults to false.
 * @param filters Which tests to run. All when empty.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record Test(
        @Nullable Boolean enable,
        @Nullable GoDuration timeout,
        @Nullable Boolean ignoreFailures,
        List<TestFilter> filters,
        @UnknownFields Map<String, Object> unknown)
        implements TestBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public Test {
        filters = Absent.copy(filters);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static TestBuilder builder() {
        return TestBuilder.builder();
    }
}
