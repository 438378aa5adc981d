package io.fluxj.sops.metadata;

import io.fluxj.sops.tree.Entry;
import io.fluxj.sops.tree.Numbers;
import io.fluxj.sops.tree.Times;
import io.fluxj.sops.tree.Value;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields of the block, read as weakly as sops does: numbers and truth values as text and back, one thing as a list of it. */
final class Fields {
    private final Map<String, Value> values = new LinkedHashMap<>();

    Fields(Value.Branch branch) {
        for (Entry entry : branch.entries()) {
            if (entry instanceof Entry.Field field) {
                values.put(field.key(), field.value());
            }
        }
    }

    private Value get(String name) {
        return values.getOrDefault(name, new Value.Nothing());
    }

    private static MetadataException wrongType(String name, String expected, Value value) {
        return new MetadataException("decoding failed due to the following error(s):\n\n'" + name + "' expected type '"
                + expected + "', got unconvertible type '" + value.type() + "'");
    }

    /** Empty if absent. */
    String text(String name) {
        Value value = get(name);
        return switch (value) {
            case Value.Text text -> text.string();
            case Value.Whole whole -> Long.toString(whole.value());
            case Value.Real real -> Numbers.plain(real.value());
            case Value.Truth truth -> truth.value() ? "1" : "0";
            case Value.Nothing nothing -> "";
            case Value.Time time -> throw wrongType(name, "string", value);
            case Value.Comment comment -> throw wrongType(name, "string", value);
            case Value.Branch branch -> throw wrongType(name, "string", value);
            case Value.Items items -> throw wrongType(name, "string", value);
            case Value.Foreign foreign -> throw wrongType(name, "string", value);
        };
    }

    /** 0 if absent. */
    int number(String name) {
        Value value = get(name);
        try {
            return switch (value) {
                case Value.Whole whole -> Math.toIntExact(whole.value());
                case Value.Real real -> (int) real.value();
                case Value.Truth truth -> truth.value() ? 1 : 0;
                case Value.Nothing nothing -> 0;
                case Value.Text text -> text.bytes().length == 0 ? 0 : Integer.parseInt(text.string());
                case Value.Time time -> throw wrongType(name, "int", value);
                case Value.Comment comment -> throw wrongType(name, "int", value);
                case Value.Branch branch -> throw wrongType(name, "int", value);
                case Value.Items items -> throw wrongType(name, "int", value);
                case Value.Foreign foreign -> throw wrongType(name, "int", value);
            };
        } catch (ArithmeticException | NumberFormatException e) {
            throw new MetadataException("cannot parse '" + name + "' as int");
        }
    }

    /** False if absent. */
    boolean truth(String name) {
        Value value = get(name);
        return switch (value) {
            case Value.Truth truth -> truth.value();
            case Value.Whole whole -> whole.value() != 0;
            case Value.Real real -> real.value() != 0;
            case Value.Nothing nothing -> false;
            case Value.Text text -> truth(name, text.string());
            case Value.Time time -> throw wrongType(name, "bool", value);
            case Value.Comment comment -> throw wrongType(name, "bool", value);
            case Value.Branch branch -> throw wrongType(name, "bool", value);
            case Value.Items items -> throw wrongType(name, "bool", value);
            case Value.Foreign foreign -> throw wrongType(name, "bool", value);
        };
    }

    private static boolean truth(String name, String text) {
        return switch (text) {
            case "1", "t", "T", "TRUE", "true", "True" -> true;
            case "", "0", "f", "F", "FALSE", "false", "False" -> false;
            default -> throw new MetadataException("cannot parse '" + name + "' as bool");
        };
    }

    /** A time that has to be there. */
    OffsetDateTime time(String name) {
        String text = text(name);
        return Times.rfc3339(text)
                .orElseThrow(() -> new MetadataException("parsing time \"" + text
                        + "\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"" + text + "\" as \"2006\""));
    }

    /** The maps of a list, which is empty if absent. */
    List<Fields> list(String name) {
        Value value = get(name);
        List<Fields> list = new ArrayList<>();
        switch (value) {
            case Value.Items items -> items.values().forEach(item -> add(name, item, list));
            case Value.Branch branch -> {
                if (!branch.entries().isEmpty()) {
                    list.add(new Fields(branch));
                }
            }
            case Value.Nothing nothing -> {}
            case Value.Text text -> {
                if (text.bytes().length > 0) {
                    throw wrongType(name, "map", value);
                }
            }
            case Value.Whole whole -> throw wrongType(name, "map", value);
            case Value.Real real -> throw wrongType(name, "map", value);
            case Value.Truth truth -> throw wrongType(name, "map", value);
            case Value.Time time -> throw wrongType(name, "map", value);
            case Value.Comment comment -> throw wrongType(name, "map", value);
            case Value.Foreign foreign -> throw wrongType(name, "map", value);
        }
        return list;
    }

    private static void add(String name, Value item, List<Fields> list) {
        switch (item) {
            case Value.Branch branch -> list.add(new Fields(branch));
            case Value.Comment comment -> {}
            case Value.Nothing nothing -> list.add(new Fields(new Value.Branch(List.of())));
            case Value.Text text -> throw wrongType(name, "map", item);
            case Value.Whole whole -> throw wrongType(name, "map", item);
            case Value.Real real -> throw wrongType(name, "map", item);
            case Value.Truth truth -> throw wrongType(name, "map", item);
            case Value.Time time -> throw wrongType(name, "map", item);
            case Value.Items items -> throw wrongType(name, "map", item);
            case Value.Foreign foreign -> throw wrongType(name, "map", item);
        }
    }

    /** A map of texts, which is empty if absent. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (get(name) instanceof Value.Branch branch) {
            Fields fields = new Fields(branch);
            fields.values.keySet().forEach(key -> texts.put(key, fields.text(key)));
        }
        return texts;
    }
}
