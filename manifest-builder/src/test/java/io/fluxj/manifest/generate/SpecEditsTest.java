package io.fluxj.manifest.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.manifest.Specs;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpecEditsTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Test
    void keepsTagAndDigestOfAnImageThatIsOnlyRenamed() throws Exception {
        assertThat(edited("images: [{name: a, newTag: '1'}]", "images: [{name: a, newName: b}]"))
                .isEqualTo(YAML.readTree("images: [{name: a, newTag: '1', newName: b}]"));
    }

    @Test
    void replacesTagAndDigestOfAnImageTogether() throws Exception {
        assertThat(edited(
                        "images: [{name: a, newName: b, digest: 'sha256:1'}, {name: c}]",
                        "images: [{name: a, newTag: '2'}, {name: d, newTag: '3'}]"))
                .isEqualTo(YAML.readTree(
                        "images: [{name: a, newName: b, newTag: '2'}, {name: c}, {name: d, newTag: '3'}]"));
    }

    @Test
    void appendsPatchesAndComponents() throws Exception {
        assertThat(edited("{patches: [{path: p.yaml}], components: [x]}", "{patches: [{patch: q}], components: [y]}"))
                .isEqualTo(YAML.readTree("{patches: [{path: p.yaml}, {patch: q}], components: [x, y]}"));
    }

    @Test
    void skipsMissingComponentsWhenAllowed() throws Exception {
        assertThat(edited("{}", "{components: [there, gone], ignoreMissingComponents: true}"))
                .isEqualTo(YAML.readTree("components: [there]"));
        assertThat(edited("{}", "{components: [there, gone]}")).isEqualTo(YAML.readTree("components: [there, gone]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc", "https://example.org/x", "HTTP://example.org/x", "git::https://example.org/x",
                "git@example.org:x", "github.com/org/repo", "ssh://example.org/x", "gh:org/repo"
            })
    void refusesComponentsFromElsewhere(String component) {
        assertThatThrownBy(() -> edited("{}", "components: ['" + component + "']"))
                .isInstanceOf(BuildFailure.class)
                .hasMessage("spec.components[0]: component path '" + component + "' must be local and relative");
    }

    @Test
    void tellsWhichFieldOfTheSpecEachCameFrom() throws Exception {
        ObjectNode file =
                (ObjectNode) YAML.readTree("{patches: [{path: p.yaml}], images: [{name: a}], components: [x]}");

        Map<String, String> origins = SpecEdits.apply(file, Specs.of("""
                targetNamespace: n
                namePrefix: p-
                nameSuffix: ''
                patches: [{patch: q}, {patch: r}]
                components: [gone, there]
                ignoreMissingComponents: true
                images: [{name: a, newTag: '1'}, {name: b}]
                """), Set.of("there")::contains);

        assertThat(origins)
                .containsOnly(
                        Map.entry("namespace", "spec.targetNamespace"),
                        Map.entry("namePrefix", "spec.namePrefix"),
                        Map.entry("patches[1]", "spec.patches[0]"),
                        Map.entry("patches[2]", "spec.patches[1]"),
                        Map.entry("components[1]", "spec.components[1]"),
                        Map.entry("images[1]", "spec.images[1]"));
    }

    private static JsonNode edited(String file, String spec) throws JsonProcessingException, BuildFailure {
        ObjectNode fields = (ObjectNode) YAML.readTree(file);
        SpecEdits.apply(fields, Specs.of(spec), Set.of("there")::contains);
        return fields;
    }
}
