package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DefinitionsTest {

    @Test
    void areThoseOfEveryKindOfFlux() throws Exception {
        try (var files = Files.list(Path.of("../crds"))) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replaceFirst("^(.*)_(.*)\\.yaml$", "$2.$1"));

            assertThat(names).containsExactlyInAnyOrderElementsOf(Definitions.NAMES);
        }
    }
}
