package io.fluxj.source.helm.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an index; the expectations follow from Helm 4's types and Go's JSON. */
class IndexFileTest {
    @TempDir
    Path folder;

    private String convert(String index) throws IOException {
        Path file = Files.writeString(folder.resolve("index.yaml"), index);
        Path stored = folder.resolve("index.json");
        IndexFile.convert(file, stored, folder);
        return Files.readString(stored);
    }

    private String entry(String fields) throws IOException {
        String stored =
                convert("apiVersion: v1\nentries:\n  a:\n  - {name: a, version: 1.0.0, urls: [u], " + fields + "}\n");
        return stored.lines()
                .filter(line -> line.startsWith("        "))
                .map(String::strip)
                .reduce("", (all, line) -> all + line);
    }

    @Test
    void writesEveryFieldInHelmsOrder() throws IOException {
        String stored = convert("""
                annotations: {z: 1, a: true}
                publicKeys: [k]
                entries:
                  b: []
                  a:
                  - url: u
                    tillerVersion: 2.1
                    engine: gotpl
                    checksum: c
                    digest: 123
                    removed: true
                    created: 2024-05-06T07:08:09.120+02:00
                    urls: [http://h/?a=1&b=<2>]
                    type: library
                    dependencies:
                    - {name: d, alias: e, tags: [t], enabled: true, condition: c.d, import-values: [x, {parent: p, c: 1.50}]}
                    kubeVersion: ">=1.20"
                    annotations: {k: v}
                    deprecated: true
                    appVersion: "1"
                    tags: t
                    condition: c
                    apiVersion: v2
                    icon: i
                    maintainers: [{url: u, email: e, name: m}]
                    keywords: [k]
                    description: "one\\ntwo \\"three\\""
                    version: 1.0.0+b
                    sources: [s]
                    home: h
                    name: a
                serverInfo: {b: [1, 1e30], a: null}
                generated: "2024-01-01T00:00:00Z"
                apiVersion: v1
                """);

        assertThat(stored).isEqualTo("""
                {
                  "serverInfo": {
                    "a": null,
                    "b": [
                      1,
                      1e+30
                    ]
                  },
                  "apiVersion": "v1",
                  "generated": "2024-01-01T00:00:00Z",
                  "entries": {
                    "a": [
                      {
                        "name": "a",
                        "home": "h",
                        "sources": [
                          "s"
                        ],
                        "version": "1.0.0+b",
                        "description": "one two \\"three\\"",
                        "keywords": [
                          "k"
                        ],
                        "maintainers": [
                          {
                            "name": "m",
                            "email": "e",
                            "url": "u"
                          }
                        ],
                        "icon": "i",
                        "apiVersion": "v2",
                        "condition": "c",
                        "tags": "t",
                        "appVersion": "1",
                        "deprecated": true,
                        "annotations": {
                          "k": "v"
                        },
                        "kubeVersion": "\\u003e=1.20",
                        "dependencies": [
                          {
                            "name": "d",
                            "repository": "",
                            "condition": "c.d",
                            "tags": [
                              "t"
                            ],
                            "enabled": true,
                            "import-values": [
                              "x",
                              {
                                "c": 1.5,
                                "parent": "p"
                              }
                            ],
                            "alias": "e"
                          }
                        ],
                        "type": "library",
                        "urls": [
                          "http://h/?a=1\\u0026b=\\u003c2\\u003e"
                        ],
                        "created": "2024-05-06T07:08:09.12+02:00",
                        "removed": true,
                        "digest": "123",
                        "checksum": "c",
                        "engine": "gotpl",
                        "tillerVersion": "2.1",
                        "url": "u"
                      }
                    ],
                    "b": []
                  },
                  "publicKeys": [
                    "k"
                  ],
                  "annotations": {
                    "a": "true",
                    "z": "1"
                  }
                }""");
    }

    @Test
    void writesNullForWhatIsNotThere() throws IOException {
        assertThat(convert("apiVersion: v1\n"))
                .isEqualTo(
                        "{\n  \"apiVersion\": \"v1\",\n  \"generated\": \"0001-01-01T00:00:00Z\",\n  \"entries\": null\n}");
        assertThat(convert("apiVersion: v1\nentries: {a: }\n")).contains("\"entries\": {\n    \"a\": null\n  }");
    }

    @Test
    void keepsEqualVersionsInTheOrderOfTheIndex() throws IOException {
        String stored = convert("""
                apiVersion: v1
                entries:
                  a:
                  - {name: a, version: 1.0.0+1, urls: []}
                  - {name: a, version: 1.0.0-rc.1, urls: []}
                  - {name: a, version: 1.10.0, urls: []}
                  - {name: a, version: 1.0.0+2, urls: []}
                  - {name: a, version: v1.9, urls: []}
                """);

        assertThat(stored.lines().filter(line -> line.contains("\"version\"")).map(String::strip))
                .containsExactly(
                        "\"version\": \"1.10.0\",",
                        "\"version\": \"v1.9\",",
                        "\"version\": \"1.0.0+1\",",
                        "\"version\": \"1.0.0+2\",",
                        "\"version\": \"1.0.0-rc.1\",");
    }

    @Test
    void leavesOutEntriesThatHelmLeavesOut() throws IOException {
        assertThat(entry("type: weird")).isEmpty();
        assertThat(entry("maintainers: [null]")).isEmpty();
        assertThat(entry("dependencies: [{name: b, alias: 'a b'}]")).isEmpty();
        assertThat(entry("dependencies: [{name: b}, {name: b}]")).isNotEmpty();
        assertThat(entry("Name: b/c")).isEmpty();
    }

    @Test
    void repeatsWhatAliasesStandFor() throws IOException {
        assertThat(entry("keywords: &k [x, z], sources: *k"))
                .contains("\"sources\": [\"x\",\"z\"],", "\"keywords\": [\"x\",\"z\"],");
    }

    @Test
    void readsJsonAsGoDoesWhichIsMoreGenerous() throws IOException {
        assertThat(convert(
                        "{\"apiVersion\": \"v1\", \"more\": [{}], \"entries\": {\"a\": [{\"name\": \"a\", \"version\": \"1.0.0\","
                                + " \"extra\": 1, \"urls\": [\"u\"]}]}}"))
                .contains("\"version\": \"1.0.0\"")
                .doesNotContain("extra");
        assertThatThrownBy(() -> convert("{\"apiVersion\": 1, \"entries\": {}}"))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("cannot unmarshal number");
        assertThat(convert("{apiVersion: v1, entries: {}}")).contains("\"entries\": {}");
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertThatThrownBy(() -> convert("apiVersion: v1\nentries:\n  a:\n  - name: a\n    version: 1.10\n"))
                .hasMessage(
                        "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal number where a string (in"
                                + " quotes) is wanted (line 5, in entries.a.0.version)");
        assertThatThrownBy(() -> convert("apiVersion: v1\nentries:\n  a:\n  - name: a\n    nam: b\n"))
                .hasMessageEndingWith("json: unknown field \"nam\" (line 5, in entries.a.0)");
        assertThatThrownBy(() -> convert("apiVersion: v1\nentries:\n  a: []\n  a: []\n"))
                .hasMessage(
                        "error converting YAML to JSON: yaml: unmarshal errors:\n  line 4: key \"a\" already set in map");
        assertThatThrownBy(() -> convert("apiVersion: v1\nentries:\n  a:\n  - null\n"))
                .hasMessageContaining("cannot unmarshal null where an object is wanted (line 4, in entries.a.0)");
        assertThatThrownBy(() -> convert("apiVersion: v1\ngenerated: yesterday\n"))
                .hasMessageContaining("cannot parse \"yesterday\" as a time (line 2, in generated)");
        assertThatThrownBy(() -> convert("- a\n"))
                .hasMessageContaining("cannot unmarshal array where an index is wanted");
        assertThatThrownBy(() -> convert("")).hasMessage("empty index.yaml file");
        assertThatThrownBy(() -> convert("# nothing\n")).hasMessage("no API version specified");
    }

    @Test
    void endsWhatGrowsOrNestsWithoutEnd() {
        assertThatThrownBy(() -> convert("apiVersion: v1\nserverInfo: {a: " + "[".repeat(200)))
                .hasMessageContaining("nested deeper than 100 levels");
        StringBuilder laughs =
                new StringBuilder("apiVersion: v1\nserverInfo:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            laughs.append("  a" + i + ": &a" + i + " [" + (alias + ", ").repeat(9) + alias + "]\n");
        }
        assertThatThrownBy(() -> convert(laughs.toString()))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("yaml: a");
        assertThatThrownBy(() -> convert("serverInfo: {b: &a [*a]}\n")).hasMessageContaining("contains itself");
        assertThatThrownBy(() -> convert("apiVersion: v1\nannotations: {a: \"" + "x".repeat(2 << 20) + "\"}\n"))
                .hasMessageContaining("a single value is longer than 1048576 bytes");
    }
}
