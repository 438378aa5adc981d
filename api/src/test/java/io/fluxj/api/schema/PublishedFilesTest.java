package io.fluxj.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps the JSON Schemas and the pages that are made of the CRDs current. With {@code -Dfluxj.publish=true} it writes them, otherwise it
 * compares.
 */
class PublishedFilesTest {
    private static final Path PROJECT = Path.of("..");

    @Test
    void areCurrent() throws IOException {
        Map<Path, String> expected = new TreeMap<>(FieldTables.of(Crd.all()));
        Crd.all().forEach(crd -> expected.putAll(JsonSchemas.of(crd)));

        if (Boolean.getBoolean("fluxj.publish")) {
            write(expected);
        }

        assertThat(read())
                .as("write them with: mvn test -pl api -Dtest=PublishedFilesTest -Dfluxj.publish=true")
                .isEqualTo(expected);
    }

    private static void write(Map<Path, String> files) throws IOException {
        for (Path stale : read().keySet()) {
            Files.delete(PROJECT.resolve(stale));
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Path path = PROJECT.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static Map<Path, String> read() throws IOException {
        var files = new TreeMap<Path, String>();
        for (Path folder : new Path[] {PROJECT.resolve("crds/schemas"), PROJECT.resolve("docs/api")}) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> found = Files.walk(folder)) {
                    for (Path file : found.filter(Files::isRegularFile).toList()) {
                        files.put(PROJECT.relativize(file), Files.readString(file));
                    }
                }
            }
        }
        return files;
    }
}
