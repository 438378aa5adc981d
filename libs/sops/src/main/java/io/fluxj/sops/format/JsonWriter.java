package io.fluxj.sops.format;

import io.fluxj.sops.tree.Entry;
import io.fluxj.sops.tree.Numbers;
import io.fluxj.sops.tree.Times;
import io.fluxj.sops.tree.Value;
import java.util.List;
import java.util.PrimitiveIterator;

/** Writes JSON indented by tabs, with the escapes of Go. Comments are left out. */
final class JsonWriter {
    private final StringBuilder text = new StringBuilder();

    String text() {
        return text.toString();
    }

    void value(Value value, int depth) {
        switch (value) {
            case Value.Branch branch -> object(branch, depth);
            case Value.Items items -> array(items, depth);
            case Value.Text each -> string(each.bytes());
            case Value.Whole whole -> text.append(whole.value());
            case Value.Real real -> number(real.value());
            case Value.Truth truth -> text.append(truth.value());
            case Value.Time time ->
                text.append('"').append(Times.precise(time.value())).append('"');
            case Value.Nothing nothing -> text.append("null");
            case Value.Comment comment -> object(fields(comment), depth);
            case Value.Foreign foreign -> throw new FormatException("cannot write a value of type " + foreign.type());
        }
    }

    /** A value that says of itself to be a comment. */
    private static Value.Branch fields(Value.Comment comment) {
        return new Value.Branch(List.of(
                new Entry.Field("Value", Value.Text.of(comment.text())),
                new Entry.Field("Inline", new Value.Truth(comment.beside()))));
    }

    private void number(double number) {
        if (!Double.isFinite(number)) {
            throw new FormatException("Error marshaling to json: json: unsupported value: " + Numbers.plain(number));
        }
        text.append(Numbers.json(number));
    }

    private void object(Value.Branch branch, int depth) {
        text.append('{');
        boolean first = true;
        for (Entry entry : branch.entries()) {
            switch (entry) {
                case Entry.Remark remark -> {}
                case Entry.Field field -> {
                    begin(first, depth + 1);
                    first = false;
                    string(Value.Text.of(field.key()).bytes());
                    text.append(": ");
                    value(field.value(), depth + 1);
                }
                case Entry.Odd odd ->
                    throw new FormatException("a key of type " + odd.key().type() + " is no string");
            }
        }
        end(first, depth, '}');
    }

    private void array(Value.Items items, int depth) {
        text.append('[');
        boolean first = true;
        for (Value item : items.values()) {
            if (!(item instanceof Value.Comment)) {
                begin(first, depth + 1);
                first = false;
                value(item, depth + 1);
            }
        }
        end(first, depth, ']');
    }

    private void begin(boolean first, int depth) {
        text.append(first ? "\n" : ",\n").append("\t".repeat(depth));
    }

    private void end(boolean empty, int depth, char bracket) {
        if (!empty) {
            text.append('\n').append("\t".repeat(depth));
        }
        text.append(bracket);
    }

    private void string(byte[] bytes) {
        text.append('"');
        PrimitiveIterator.OfInt points = Utf8.points(bytes).iterator();
        while (points.hasNext()) {
            character(points.nextInt());
        }
        text.append('"');
    }

    private void character(int point) {
        switch (point) {
            case '"', '\\' -> text.append('\\').append((char) point);
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '<', '>', '&', 0x2028, 0x2029 -> text.append("\\u%04x".formatted(point));
            case Utf8.WRONG -> text.append("\\ufffd");
            default -> {
                if (point < 0x20) {
                    text.append("\\u%04x".formatted(point));
                } else {
                    text.appendCodePoint(point);
                }
            }
        }
    }
}
