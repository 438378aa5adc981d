package io.fluxj.kustomization.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One recorded scenario. */
record Scenario(JsonNode document) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path FOLDER = Path.of("src/test/resources/golden/kustomization");

    /** All that lie in the test resources, by id. */
    static List<Scenario> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Scenario::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(Path file) {
        try {
            return new Scenario(YAML.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return document.path("id").asText();
    }

    String namespace() {
        return document.path("namespace").asText();
    }

    /** {@code default}, {@code tenant} or {@code gates}. */
    String controller() {
        return document.path("controller").asText();
    }

    boolean hasArtifact() {
        return document.path("source").path("url").asText().endsWith("/" + id() + ".git");
    }

    boolean hasSource() {
        return document.path("source").isObject();
    }

    /**
     * The files of the first commit.
     *
     * @param git what {@code {git}} stands for
     */
    Map<String, String> files(String git) {
        Map<String, String> files = new TreeMap<>();
        document.path("files")
                .properties()
                .forEach(file ->
                        files.put(file.getKey(), file.getValue().asText().replace("{git}", git)));
        return files;
    }

    JsonNode steps() {
        return document.path("steps");
    }

    @Override
    public String toString() {
        return id();
    }
}
