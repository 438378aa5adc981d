package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names in recordings stand for: addresses of servers, folders, the scenario's namespace.
 *
 * @param notation how the recording writes a name
 * @param names by name, what it stands for
 * @param files gives the content of the fixture that {@code @FILE:name@} names
 */
public record Places(Notation notation, Map<String, String> names, Function<String, String> files) {
    private static final Pattern FILE = Pattern.compile("@FILE:([^@]+)@");

    /** How recordings write a name. */
    public enum Notation {
        /** {@code @NAME@}. */
        AT("@", "@"),
        /** {@code {name}}. */
        BRACES("{", "}"),
        /** {@code ${NAME}}. */
        DOLLAR("${", "}");

        private final String before;
        private final String after;

        Notation(String before, String after) {
            this.before = before;
            this.after = after;
        }

        String write(String name) {
            return before + name + after;
        }
    }

    public Places {
        names = Map.copyOf(names);
    }

    /** Places without fixtures. */
    public static Places of(Notation notation, Map<String, String> names) {
        return new Places(notation, names, name -> {
            throw new IllegalArgumentException("there are no fixtures, so no " + name);
        });
    }

    /** These and one more. */
    public Places and(String name, String place) {
        Map<String, String> more = new LinkedHashMap<>(names);
        more.put(name, place);
        return new Places(notation, more, files);
    }

    /** Recorded text with what the names stand for. */
    public String fill(String text) {
        String filled = FILE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(files.apply(found.group(1))));
        for (Map.Entry<String, String> place : names.entrySet()) {
            filled = filled.replace(notation.write(place.getKey()), place.getValue());
        }
        return filled;
    }

    /** A recorded tree with what the names stand for. */
    public JsonNode fill(JsonNode tree) {
        return Tree.texts(tree, this::fill);
    }

    /** Seen text with the names of addresses ({@code host:port}) in place of the addresses. */
    public String generalize(String text) {
        String general = text;
        for (Map.Entry<String, String> place : names.entrySet()) {
            if (place.getValue().contains(":")) {
                general = general.replace(place.getValue(), notation.write(place.getKey()));
            }
        }
        return general;
    }
}
