package io.fluxj.automation.setters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of YAML that are made up, written before and after their markers are obeyed. Knows nothing of how files are edited. */
final class MarkedYaml {
    static final String NEW = "2.0.0";
    private static final String MARKER = "# {\"$imagepolicy\": \"apps:web:tag\"}";

    private MarkedYaml() {}

    /** Where a marker is. */
    enum Mark {
        NONE(""),
        SAME_LINE("  " + MARKER + " "),
        ABOVE(" # note"),
        UNKNOWN(" # {\"$imagepolicy\": \"apps:ghost\"}"),
        NOTE("\t# x: y");

        private final String tail;

        Mark(String tail) {
            this.tail = tail;
        }

        boolean sets() {
            return this == SAME_LINE || this == ABOVE;
        }
    }

    /** A value in a mapping or a sequence. */
    sealed interface Node {}

    /**
     * A value on one line.
     *
     * @param text as it is written
     */
    record Scalar(String text, Mark mark) implements Node {}

    /** Keys are {@code k0}, {@code k1}, and so on. */
    record Mapping(List<Node> values) implements Node {}

    record Sequence(List<Node> items) implements Node {}

    /**
     * What has no marker, and lines that look like one.
     *
     * @param text on the line of the key, and the lines below it, without indentation
     */
    record Opaque(String text, List<String> below) implements Node {}

    /** The documents of a file, with {@code set} as they are to be. */
    static String text(List<Mapping> documents, boolean set) {
        StringBuilder text = new StringBuilder();
        for (Mapping document : documents) {
            text.append(text.isEmpty() ? "# first\n\n" : "---\n\n# another\n");
            write(document, "", set, text);
        }
        return text.toString();
    }

    private static void write(Mapping mapping, String indent, boolean set, StringBuilder text) {
        for (int i = 0; i < mapping.values().size(); i++) {
            Node node = mapping.values().get(i);
            if (node instanceof Scalar scalar && scalar.mark() == Mark.ABOVE) {
                text.append(indent).append(MARKER).append('\n');
            }
            entry(node, indent + "k" + i + ":", indent, set, text);
        }
    }

    private static void entry(Node node, String before, String indent, boolean set, StringBuilder text) {
        switch (node) {
            case Scalar scalar ->
                text.append(before).append(' ').append(written(scalar, set)).append('\n');
            case Mapping mapping -> {
                text.append(before).append('\n');
                write(mapping, indent + "  ", set, text);
            }
            case Sequence sequence -> {
                text.append(before).append(" # list\n");
                items(sequence, indent, set, text);
            }
            case Opaque opaque -> {
                text.append(before).append(' ').append(opaque.text()).append('\n');
                opaque.below()
                        .forEach(line ->
                                text.append(indent).append("  ").append(line).append('\n'));
            }
        }
    }

    private static void items(Sequence sequence, String indent, boolean set, StringBuilder text) {
        for (Node item : sequence.items()) {
            if (item instanceof Mapping mapping) {
                StringBuilder inner = new StringBuilder();
                write(mapping, indent + "  ", set, inner);
                text.append(indent).append("- # item\n").append(inner);
            } else {
                entry(item, indent + "-", indent + "  ", set, text);
            }
        }
    }

    private static String written(Scalar scalar, boolean set) {
        return (set && scalar.mark().sets() ? replaced(scalar.text()) : scalar.text()) + scalar.mark().tail;
    }

    /** In the style of the old text, with its tag. */
    private static String replaced(String text) {
        if (text.startsWith("'") || text.startsWith("\"")) {
            return text.charAt(0) + NEW + text.charAt(0);
        }
        int space = text.indexOf(' ');
        return text.startsWith("!!") ? text.substring(0, space + 1) + NEW : NEW;
    }

    /** What a reader of YAML makes of documents, given how it reads the values that are not set. */
    static Object expected(Node node, Object read) {
        return switch (node) {
            case Scalar scalar -> scalar.mark().sets() ? NEW : read;
            case Opaque _ -> read;
            case Mapping mapping -> {
                Map<Object, Object> all = new LinkedHashMap<>();
                for (int i = 0; i < mapping.values().size(); i++) {
                    all.put("k" + i, expected(mapping.values().get(i), value((Map<?, ?>) read, "k" + i)));
                }
                yield all;
            }
            case Sequence sequence -> {
                List<Object> all = new ArrayList<>();
                for (int i = 0; i < sequence.items().size(); i++) {
                    all.add(expected(sequence.items().get(i), orNull(((List<?>) read).get(i))));
                }
                yield all;
            }
        };
    }

    private static Object value(Map<?, ?> map, String key) {
        return orNull(map.get(key));
    }

    /** {@code ~} is read as nothing. */
    private static Object orNull(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "(null)" : value;
    }
}
