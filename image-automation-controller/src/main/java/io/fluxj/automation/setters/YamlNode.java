package io.fluxj.automation.setters;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** What a YAML document consists of, with the places in the text. */
sealed interface YamlNode {
    /**
     * A scalar.
     *
     * @param value as it is meant
     * @param style how it is written
     * @param start where it begins in the text, its anchor and tag included
     * @param end behind it
     */
    record Scalar(String value, ScalarStyle style, int start, int end) implements YamlNode {}

    /** A reference to an anchor. */
    record Alias() implements YamlNode {}

    record Sequence(List<YamlNode> items) implements YamlNode {}

    record Mapping(List<Entry> entries) implements YamlNode {
        /** The value of a key; the first of several. */
        Optional<YamlNode> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key() instanceof Scalar scalar
                            && scalar.value().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }

        /** The text of a key; empty when it has none. */
        String text(String key) {
            return get(key).filter(Scalar.class::isInstance)
                    .map(node -> ((Scalar) node).value())
                    .orElse("");
        }
    }

    record Entry(YamlNode key, YamlNode value) {}
}
