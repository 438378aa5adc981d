package io.fluxj.kustomize.random;

import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.Reorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A random kustomization: the folder {@code app}, and what it builds on. The same seed makes the same bytes.
 *
 * @param files path to content
 */
public record RandomTree(long seed, Map<String, byte[]> files) {

    /** The folder to build. */
    public static final String ENTRY = "app";

    public static RandomTree of(long seed) {
        Dice dice = new Dice(seed);
        Map<String, byte[]> files = new LinkedHashMap<>();
        new Kustomizations(dice, files).write(ENTRY, dice.pick(0, 0, 0, 1, 1, 2));
        return new RandomTree(seed, files);
    }

    /** Every second seed is built in the order of its resources, the others sorted. */
    public BuildOptions options() {
        return BuildOptions.commandLine().withReorder(reorder());
    }

    Reorder reorder() {
        return seed % 2 == 0 ? Reorder.LEGACY : Reorder.NONE;
    }

    /** Writes the files below a folder. */
    public void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("."));
            Files.write(path, file.getValue());
        }
    }
}
