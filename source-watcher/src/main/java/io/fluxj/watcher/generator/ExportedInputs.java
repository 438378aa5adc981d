package io.fluxj.watcher.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.yaml.YamlReader;
import io.fluxj.watcher.copy.AliasPath;
import io.fluxj.watcher.copy.CopyException;
import io.fluxj.watcher.copy.ValueCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values that an artifact comes with, from a YAML file of a source or of the artifact itself. Source: flux-2.10 §11. */
final class ExportedInputs {
    private static final int LARGEST = 1 << 20;
    private static final long MOST_VALUES = 2_000_000;

    private ExportedInputs() {}

    /**
     * Reads them.
     *
     * @param inputsFrom {@code @alias/path}; null or empty for none
     * @param folders of the sources, by alias, and of the artifact
     * @throws CopyException when there is no such file, or it is no YAML map
     */
    static Map<String, JsonNode> read(@Nullable String inputsFrom, Map<String, Path> folders) throws IOException {
        if (inputsFrom == null || inputsFrom.isEmpty()) {
            return Map.of();
        }
        String text = text(inputsFrom, file(inputsFrom, folders));
        try {
            return values(text);
        } catch (GoError malformed) {
            throw new CopyException(
                    "failed to parse inputs file \"" + inputsFrom + "\": " + malformed.getMessage(), malformed);
        }
    }

    private static Map<String, JsonNode> values(String text) {
        Meter meter = new ValueCount(MOST_VALUES);
        Object document = YamlReader.readExact(meter, text);
        if (document == null) {
            return Map.of();
        }
        if (!(document instanceof Map<?, ?> map)) {
            throw new GoError("it must be a map of inputs by name");
        }
        Map<String, JsonNode> inputs = new TreeMap<>();
        map.forEach((key, value) -> inputs.put(String.valueOf(key), new JsonValues(meter).of(value)));
        return inputs;
    }

    private static Path file(String inputsFrom, Map<String, Path> folders) throws CopyException {
        try {
            AliasPath place = AliasPath.parse(inputsFrom);
            Path root = folders.get(place.alias());
            if (root == null) {
                throw new CopyException("source alias \"" + place.alias() + "\" not found");
            }
            Path file = root.resolve(place.path()).normalize();
            if (place.path().isEmpty() || place.path().startsWith("/") || !file.startsWith(root)) {
                throw new CopyException("path \"" + place.path() + "\" must stay within the source root");
            }
            return file;
        } catch (CopyException refused) {
            throw new CopyException("invalid inputsFrom path: " + refused.getMessage(), refused);
        }
    }

    private static String text(String inputsFrom, Path file) throws CopyException {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new CopyException("there is no such file");
            }
            if (Files.size(file) > LARGEST) {
                throw new CopyException("file exceeds the maximum size of " + LARGEST + " bytes");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new CopyException(
                    "failed to read inputs file \"" + inputsFrom + "\": " + unreadable.getMessage(), unreadable);
        }
    }
}
