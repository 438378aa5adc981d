package io.fluxj.watcher.copy;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.yaml.JsonTrip;
import io.fluxj.gotemplate.yaml.YamlWriter;
import io.fluxj.helm.values.ValueTree;
import io.fluxj.helm.values.ValuesYaml;
import io.fluxj.yaml.Dialect;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two YAML files in one, as Helm merges values: maps key by key, everything else is replaced; printed as Flux prints it. Source: behaviour §7. */
final class MergedYaml {
    private static final long LARGEST = 16L << 20;
    private static final long MOST_VALUES = 5_000_000;

    private MergedYaml() {}

    /**
     * The text of the merged file.
     *
     * @param over its values count where both have one
     * @throws CopyException when one of them is too large, or no YAML map
     */
    static String of(Path base, Path over) throws IOException {
        try {
            Map<String, @Nullable Object> upper = read(over);
            Map<String, @Nullable Object> merged = ValueTree.merged(read(base), upper);
            Meter meter = new ValueCount(MOST_VALUES);
            return YamlWriter.write(meter, Dialect.V2, new JsonTrip(meter).of(merged));
        } catch (GoError malformed) {
            throw new CopyException(String.valueOf(malformed.getMessage()), malformed);
        }
    }

    private static Map<String, @Nullable Object> read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new CopyException(
                    "'" + file.getFileName() + "' is larger than " + LARGEST + " bytes, and cannot be merged");
        }
        try {
            return ValuesYaml.read(Files.readString(file));
        } catch (CharacterCodingException binary) {
            throw new CopyException("'" + file.getFileName() + "' is no text, and cannot be merged", binary);
        }
    }
}
