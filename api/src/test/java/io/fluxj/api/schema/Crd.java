package io.fluxj.api.schema;

import static io.fluxj.api.schema.Tree.list;
import static io.fluxj.api.schema.Tree.map;
import static io.fluxj.api.schema.Tree.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A custom resource definition as its file has it.
 *
 * @param file name of the file
 * @param document its contents
 */
record Crd(String file, Map<String, Object> document) {
    private static final List<Crd> ALL = readAll();

    /** All definitions on the class path, by name of the file. */
    static List<Crd> all() {
        return ALL;
    }

    private static List<Crd> readAll() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Crd::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        var folder = Crd.class.getResource("/io/fluxj/crds");
        if (folder == null) {
            throw new IllegalStateException("the CRDs are not on the class path");
        }
        return Path.of(URI.create(folder.toString()));
    }

    private static Crd read(Path file) {
        try {
            Object document = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return new Crd(file.getFileName().toString(), map(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> spec() {
        return map(document.get("spec"));
    }

    Map<String, Object> names() {
        return map(spec().get("names"));
    }

    String group() {
        return text(spec().get("group"));
    }

    String kind() {
        return text(names().get("kind"));
    }

    /** The versions, newest first. */
    List<Version> versions() {
        return list(spec().get("versions")).stream()
                .map(version -> new Version(map(version)))
                .toList();
    }

    Version storageVersion() {
        return versions().stream().filter(Version::storage).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
        return kind();
    }

    /**
     * A version of a kind.
     *
     * @param node the version as the definition has it
     */
    record Version(Map<String, Object> node) {

        String name() {
            return text(node.get("name"));
        }

        boolean storage() {
            return Boolean.TRUE.equals(node.get("storage"));
        }

        boolean deprecated() {
            return Boolean.TRUE.equals(node.get("deprecated"));
        }

        Map<String, Object> schema() {
            return map(map(node.get("schema")).get("openAPIV3Schema"));
        }

        Map<String, Object> property(String name) {
            return map(map(schema().get("properties")).get(name));
        }
    }
}
