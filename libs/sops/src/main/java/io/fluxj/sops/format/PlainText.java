package io.fluxj.sops.format;

import io.fluxj.sops.tree.Numbers;
import io.fluxj.sops.tree.Times;
import io.fluxj.sops.tree.Value;
import java.nio.charset.StandardCharsets;

/** Scalars in formats that know text only. */
final class PlainText {
    private PlainText() {}

    static byte[] bytes(Value value) {
        return value instanceof Value.Text text ? text.bytes() : string(value).getBytes(StandardCharsets.UTF_8);
    }

    private static String string(Value value) {
        return switch (value) {
            case Value.Text text -> text.string();
            case Value.Whole whole -> Long.toString(whole.value());
            case Value.Real real -> real(real.value());
            case Value.Truth truth -> Boolean.toString(truth.value());
            case Value.Time time -> Times.inSeconds(time.value());
            case Value.Nothing nothing -> "<nil>";
            case Value.Comment comment -> "{" + comment.text() + " " + comment.beside() + "}";
            case Value.Branch branch -> throw new FormatException("a map has no room here");
            case Value.Items items -> throw new FormatException("a list has no room here");
            case Value.Foreign foreign -> throw new FormatException("cannot write a value of type " + foreign.type());
        };
    }

    /** Never like a whole number. */
    private static String real(double number) {
        String text = Numbers.general(number, 'E');
        boolean whole = Double.isFinite(number) && text.indexOf('.') < 0 && text.indexOf('E') < 0;
        return whole ? text + ".0" : text;
    }
}
