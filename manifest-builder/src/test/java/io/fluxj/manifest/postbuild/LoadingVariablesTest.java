package io.fluxj.manifest.postbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fluxj.manifest.Specs;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LoadingVariablesTest {

    private static final ConfigSource CONFIGS = new ConfigSource() {
        @Override
        public Optional<Map<String, String>> configMap(String namespace, String name) throws IOException {
            if (name.equals("locked")) {
                throw new IOException("not allowed");
            }
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
        Variables variables = load("postBuild: {substituteFrom: [{kind: ConfigMap, name: vars}]}", "other");

        assertThat(variables.problem())
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
                .isInstanceOf(SubstitutionFailure.class)
                .hasMessage("substitute from 'Secret/none' error: secrets \"none\" not found");
    }

    @Test
    void showsNamesButNoValues() {
        assertThat(Variables.of(Map.of("password", "hunter2"))).hasToString("Variables[password]");
    }

    @Test
    void tellsWhyASourceCannotBeRead() throws Exception {
        assertThat(load("postBuild: {substituteFrom: [{kind: ConfigMap, name: locked, optional: true}]}")
                        .problem())
                .isEqualTo("substitute from 'ConfigMap/locked' error: not allowed");
    }

    private static Variables load(String spec) throws JsonProcessingException {
        return load(spec, "apps");
    }

    private static Variables load(String spec, String namespace) throws JsonProcessingException {
        return new VariableLoader(CONFIGS).load(Specs.of(spec).postBuild(), namespace);
    }
}
