package io.fluxj.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The chart brings the definitions of {@code crds/}: a chart holds whatever it installs. */
class ChartDefinitionsTest {

    @Test
    void areThoseOfTheRepository() throws IOException {
        assertThat(definitions(Path.of("charts/fluxj/files/crds")))
                .as("cp crds/*.yaml deploy/charts/fluxj/files/crds/")
                .isEqualTo(definitions(Path.of("../crds")));
    }

    private static Map<String, String> definitions(Path folder) throws IOException {
        Map<String, String> definitions = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found =
                    all.filter(file -> file.toString().endsWith(".yaml")).toList();
            for (Path file : found) {
                definitions.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return definitions;
    }
}
