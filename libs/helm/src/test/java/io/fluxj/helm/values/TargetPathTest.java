package io.fluxj.helm.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.helm.HelmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TargetPathTest {

    private final Map<String, @Nullable Object> values = new HashMap<>(Map.of("msg", "before"));

    /** Expectations: the recorded scenario hr-values-targetpath, and surprises.md. */
    @Test
    void readsTypesListsAndEscapesAsTheFlagSetDoes() {
        TargetPath.set(values, "extra.num", "123");
        TargetPath.set(values, "extra.bool", "true");
        TargetPath.set(values, "extra.l[1]", "x");
        TargetPath.set(values, "extra.dotted\\.key", "hello");
        TargetPath.set(values, "a", "1,b=c");

        assertThat(values.get("extra"))
                .isEqualTo(Map.of("num", 123L, "bool", true, "l", Arrays.asList(null, "x"), "dotted.key", "hello"));
        assertThat(values).containsEntry("a", 1L).containsEntry("b", "c").containsEntry("msg", "before");
    }

    @Test
    void takesWhatStandsInQuotesForAText() {
        TargetPath.set(values, "single", "'123'");
        TargetPath.set(values, "double", "\"true\"");

        assertThat(values).containsEntry("single", "123").containsEntry("double", "true");
    }

    /** Expectations: the recorded scenario hr-values-targetpath-literal. */
    @Test
    void leavesALiteralAsItIs() {
        String json = "{\"a\": [1, 2], \"b\": \"x,y\"}\nsecond \\line\n";

        TargetPath.setLiteral(values, "j", json);
        TargetPath.setLiteral(values, "n", "123");

        assertThat(values).containsEntry("j", json).containsEntry("n", "123");
    }

    @Test
    void refusesAPathThatLeadsThroughAText() {
        assertThatThrownBy(() -> TargetPath.set(values, "msg.inner", "x"))
                .isInstanceOf(HelmException.class)
                .hasMessageContaining("not map[string]interface {}");
        assertThat(List.copyOf(values.keySet())).containsExactly("msg");
    }
}
