package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.kustomize.random.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A small kustomization that shows one feature. What is expected of it was printed by the kustomize command line 5.8.1, and is asked of it again wherever
 * {@link RealKustomize} is named.
 *
 * @param files path to content; {@code app} is built when there is such a folder, otherwise the root
 */
public record Sample(Map<String, String> files) {

    /** Path, content, path, content, ... */
    public static Sample of(String... pathsAndContents) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndContents.length; i += 2) {
            files.put(pathsAndContents[i], pathsAndContents[i + 1]);
        }
        return new Sample(files);
    }

    /** Holds the whole output against what is expected. */
    public void builds(String expected) {
        RealKustomize.named().ifPresent(real -> assertThat(outputOf(real)).isEqualTo(new Outcome(false, expected)));

        assertThat(Kustomize.build(Trees.of(files), entry(), BuildOptions.commandLine())
                        .toYaml())
                .isEqualTo(expected);
    }

    private String entry() {
        return files.keySet().stream().anyMatch(path -> path.startsWith("app/")) ? "app" : "";
    }

    private Outcome outputOf(RealKustomize real) {
        try {
            Path folder = Files.createTempDirectory("sample");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.resolveSibling("."));
                Files.writeString(path, file.getValue());
            }
            return real.build(folder.resolve(entry()), Reorder.LEGACY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
