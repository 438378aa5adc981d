package io.fluxj.kustomization.postbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fluxj.kustomization.BuildFailure;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LoadingVariablesTest {

    private static final ConfigSource CONFIGS = new ConfigSource() {
        @Override
        public Optional<Map<String, String>> configMap(String namespace, String name) {
            return name.equals("vars") && namespace.equals("apps")
                    ? Optional.of(Map.of("a", "map\nline", "b", "map"))
                    : Optional.empty();
        }

        @Override
        public Optional<Map<String, String>> secret(String namespace, String name) {
            return name.equals("keys") ? Optional.of(Map.of("b", "secret", "c", "secret")) : Optional.empty();
        }
    };

    @Test
    void laterSourcesWinAndInlineWinsOverAll() throws Exception {
        Variables variables = load("""
                postBuild:
                  substitute: {c: inline}
                  substituteFrom:
                  - {kind: ConfigMap, name: vars}
                  - {kind: Secret, name: keys}
                """);

        assertThat(variables.values()).isEqualTo(Map.of("a", "mapline", "b", "secret", "c", "inline"));
    }

    @Test
    void readsSourcesOfTheOwnNamespaceOnly() throws Exception {
        SubstitutionPlan plan = plan("postBuild: {substituteFrom: [{kind: ConfigMap, name: vars}]}");

        assertThat(plan.load(CONFIGS, "other").problem())
                .isEqualTo("substitute from 'ConfigMap/vars' error: configmaps \"vars\" not found");
    }

    @Test
    void skipsAnOptionalSourceThatIsMissing() throws Exception {
        assertThat(load("postBuild: {substituteFrom: [{kind: Secret, name: none, optional: true}]}"))
                .isEqualTo(Variables.of(Map.of()));
    }

    @Test
    void tellsWhichSourceIsMissingWhenItIsWanted() throws Exception {
        Variables variables = load("postBuild: {substituteFrom: [{kind: Secret, name: none}]}");

        assertThatThrownBy(variables::requireLoaded)
                .isInstanceOf(BuildFailure.class)
                .hasMessage("substitute from 'Secret/none' error: secrets \"none\" not found");
    }

    @Test
    void showsNamesButNoValues() {
        assertThat(Variables.of(Map.of("password", "hunter2"))).hasToString("Variables[password]");
    }

    private static Variables load(String spec) throws JsonProcessingException {
        return plan(spec).load(CONFIGS, "apps");
    }

    private static SubstitutionPlan plan(String spec) throws JsonProcessingException {
        return SubstitutionPlan.of(new ObjectMapper(new YAMLFactory()).readTree(spec));
    }
}
