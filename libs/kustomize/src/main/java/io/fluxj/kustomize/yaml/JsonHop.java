package io.fluxj.kustomize.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The traces that a trip through JSON text leaves in values, since kustomize prints an object as JSON and reads that before it prints
 * YAML.
 *
 * @see "kyaml-style.md A2, A3"
 */
final class JsonHop {

    private JsonHop() {}

    static String number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new YamlException("the number " + name(number) + " cannot be written as JSON", 0, "put it in quotes");
        }
        Object read =
                Scalars.read(GoNumbers.json(number), Scalars.Rules.YAML_1_1).value();
        return read instanceof Double still ? GoNumbers.shortest(still) : String.valueOf(read);
    }

    /** Beyond 64 bits only a float is left. */
    static String number(BigInteger number) {
        boolean fits = number.bitLength() <= 63 || (number.signum() > 0 && number.bitLength() <= 64);
        return fits ? number.toString() : number(new BigDecimal(number).doubleValue());
    }

    private static String name(double number) {
        return Double.isNaN(number) ? ".nan" : number > 0 ? ".inf" : "-.inf";
    }

    static String string(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x7F) {
                return checked(text);
            }
        }
        return text;
    }

    private static String checked(String text) {
        boolean nextLine = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0x85) {
                nextLine = true;
            } else if ((c >= 0x7F && c < 0xA0) || c >= 0xFFFE) {
                throw new YamlException(
                        String.format("control characters are not allowed (U+%04X in a string)", (int) c),
                        0,
                        "take the character out, or encode the value with base64");
            } else if (Character.isSurrogate(c)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!pair) {
                    return checked(text.substring(0, i) + '\uFFFD' + text.substring(i + 1));
                }
                i++;
            }
        }
        return nextLine ? foldNextLines(text) : text;
    }

    /** U+0085 is a line break inside the JSON string, so it folds to a blank, and blanks around it vanish. */
    private static String foldNextLines(String text) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int end = i;
            int breaks = 0;
            while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == 0x85)) {
                breaks += text.charAt(end) == 0x85 ? 1 : 0;
                end++;
            }
            if (breaks > 0) {
                out.append(breaks == 1 ? " " : "\n".repeat(breaks - 1));
                i = end;
            } else {
                out.append(text, i, Math.max(end, i + 1));
                i = Math.max(end, i + 1);
            }
        }
        return out.toString();
    }
}
