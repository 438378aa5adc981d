package io.fluxj.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Yaml;
import org.junit.jupiter.api.Test;

final class WaitForTest {
    private static final String OBJECT = """
            metadata: {generation: 2, annotations: {reconcile.fluxcd.io/requestedAt: t1}}
            status:
              lastHandledReconcileAt: t1
              conditions:
              - {type: Ready, status: "True", observedGeneration: 2}
            """;

    @Test
    void anObjectIsSettledForItsGenerationAndToken() {
        assertThat(missing("settled(o)", OBJECT)).isEmpty();
        assertThat(missing("settled(o)", OBJECT.replace("generation: 2, a", "generation: 3, a")))
                .isEqualTo("- HelmRelease/dep is settled\n");
        assertThat(missing("settled(o)", OBJECT.replace("At: t1\n", "At: t0\n")))
                .isNotEmpty();
        assertThat(missing("settled(o)", OBJECT.replace("\"True\"", "Unknown"))).isNotEmpty();
    }

    @Test
    void betweenTwoTriesItIsSettledWhileItWaits() {
        String failing = OBJECT + "  - {type: Reconciling, status: 'True', reason: %s}\n";

        assertThat(missing("settled(o)", failing.formatted("ProgressingWithRetry")))
                .isEmpty();
        assertThat(missing("settled(o)", failing.formatted("Progressing"))).isNotEmpty();
    }

    @Test
    void conditionsAreAskedFor() {
        assertThat(missing("settled(o) and c('Ready')=='True' and st['x']==1", OBJECT))
                .isEmpty();
        assertThat(missing("c('Stalled')=='True'", OBJECT)).isEqualTo("- c('Stalled')=='True'\n");
    }

    private static String missing(String terms, String object) {
        JsonNode tree = Yaml.parse(object);
        return WaitFor.parse("HelmRelease/dep: " + terms).orElseThrow().missing(tree);
    }
}
