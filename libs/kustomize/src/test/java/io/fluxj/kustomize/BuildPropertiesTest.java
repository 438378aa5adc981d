package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every build. */
class BuildPropertiesTest {

    @Provide
    Arbitrary<Map<String, Object>> data() {
        Arbitrary<String> keys = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(8)
                .map(key -> "k" + key);
        Arbitrary<Object> values = Arbitraries.oneOf(
                Arbitraries.strings()
                        .ofMaxLength(200)
                        .filter(BuildPropertiesTest::printable)
                        .map(text -> text),
                Arbitraries.longs().map(number -> number),
                Arbitraries.doubles().map(number -> number),
                Arbitraries.of(true, false).map(flag -> flag),
                Arbitraries.strings()
                        .withChars("ab \n:#-'\"|>")
                        .ofMaxLength(100)
                        .map(text -> text));
        return Arbitraries.maps(keys, values).ofMaxSize(8);
    }

    private static boolean printable(String text) {
        return text.codePoints()
                .noneMatch(c -> (c >= 0x7F && c < 0xA0)
                        || (c >= 0xD800 && c < 0xE000)
                        || c == 0xFFFE
                        || c == 0xFFFF
                        || c == 0xFEFF);
    }

    private static String object(Map<String, Object> data) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("apiVersion", "example.com/v1");
        object.put("kind", "Widget");
        object.put("metadata", Map.of("name", "w"));
        object.put("spec", data);
        return io.fluxj.kustomize.yaml.YamlPrinter.print(object);
    }

    @Property(tries = 400)
    void buildingItsOwnOutputChangesNothing(@ForAll("data") Map<String, Object> data) {
        String first = Trees.build(Trees.of("kustomization.yaml", "resources: [a.yaml]", "a.yaml", object(data)))
                .toYaml();
        String second = Trees.build(Trees.of("kustomization.yaml", "resources: [a.yaml]", "a.yaml", first))
                .toYaml();
        assertThat(second).isEqualTo(first);
    }

    @Property(tries = 400)
    void printedTextReadsAsWhatWasPrinted(@ForAll("data") Map<String, Object> data) {
        BuiltResource printed = Trees.build(
                        Trees.of("kustomization.yaml", "resources: [a.yaml]", "a.yaml", object(data)))
                .resources()
                .get(0);
        BuiltResource again = Trees.build(
                        Trees.of("kustomization.yaml", "resources: [a.yaml]", "a.yaml", printed.toYaml()))
                .resources()
                .get(0);
        assertThat(again.content()).isEqualTo(printed.content());
    }

    @Property(tries = 40)
    void sortedOutputDoesNotDependOnTheOrderOfResources(@ForAll Random random) {
        List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
        Map<String, String> files = new LinkedHashMap<>();
        names.forEach(name -> files.put(name + ".yaml", Trees.configMap(name, "x")));
        files.put("kustomization.yaml", "resources: [a.yaml, b.yaml, c.yaml, d.yaml, e.yaml]\nnamePrefix: p-\n");
        String expected = sorted(files);
        Collections.shuffle(names, random);
        files.put("kustomization.yaml", "resources: [" + String.join(".yaml, ", names) + ".yaml]\nnamePrefix: p-\n");
        assertThat(sorted(files)).isEqualTo(expected);
    }

    private static String sorted(Map<String, String> files) {
        return Kustomize.build(Trees.of(files), "", BuildOptions.flux().withReorder(Reorder.LEGACY))
                .toYaml();
    }

    /** A fuzz target: whatever the bytes, a build ends with a result or a {@link BuildException}. */
    @Property(tries = 1500)
    void endsWithAResultOrAnExplanation(
            @ForAll("snippets") List<String> kustomization, @ForAll("snippets") List<String> resource) {
        FileTree tree = Trees.of(
                "kustomization.yaml",
                "resources: [a.yaml]\n" + String.join("", kustomization),
                "a.yaml",
                Trees.configMap("a", "x") + String.join("", resource),
                "b.yaml",
                String.join("", resource));
        try {
            assertThat(Trees.build(tree).resources()).isNotNull();
        } catch (BuildException e) {
            assertThat(e.what()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<List<String>> snippets() {
        return Arbitraries.of(
                        "\n",
                        "- ",
                        "  ",
                        "a: ",
                        "{",
                        "}",
                        "[",
                        "]",
                        "'",
                        "\"",
                        "|\n",
                        ">\n",
                        "&x ",
                        "*x",
                        "<<: ",
                        "!!int ",
                        "? ",
                        "---\n",
                        "#",
                        "\t",
                        "null",
                        "1",
                        "~",
                        "patches:\n",
                        "- patch: |-\n",
                        "    ",
                        "kind: List\n",
                        "items:\n",
                        "namespace: ",
                        "namePrefix: ",
                        "labels:\n",
                        "- pairs: ",
                        "images:\n",
                        "- name: ",
                        "replacements:\n",
                        "- source: ",
                        "  targets:\n",
                        "vars:\n",
                        "$patch: delete\n",
                        "metadata:\n",
                        "  name: ",
                        "annotations: ",
                        "resources: [b.yaml]\n",
                        "transformers: [b.yaml]\n",
                        "apiVersion: builtin\n",
                        "kind: LabelTransformer\n",
                        "openapi: {path: b.yaml}\n",
                        "crds: [b.yaml]\n",
                        "configurations: [b.yaml]\n",
                        "target: {kind: .*}\n",
                        "path: b.yaml\n",
                        "\u0000",
                        "\uFEFF",
                        "\u0085",
                        "\uD83D\uDE00")
                .list()
                .ofMaxSize(14);
    }
}
