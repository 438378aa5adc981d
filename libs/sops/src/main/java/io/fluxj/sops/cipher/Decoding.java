package io.fluxj.sops.cipher;

import io.fluxj.sops.tree.Times;
import io.fluxj.sops.tree.Value;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Values from and to the text that is encrypted. */
final class Decoding {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern REAL = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final Pattern HEXADECIMAL = Pattern.compile("[-+]?0[xX][0-9a-fA-F]*\\.?[0-9a-fA-F]*[pP][-+]?[0-9]+");

    private Decoding() {}

    /** @throws CipherException if the text is not of that type, or there is no such type */
    static Value value(byte[] text, String type) {
        return switch (type) {
            case "str" -> new Value.Text(text);
            case "int" -> new Value.Whole(whole(string(text)));
            case "float" -> new Value.Real(real(string(text)));
            case "bool" -> new Value.Truth(truth(string(text)));
            case "time" ->
                Times.rfc3339(string(text))
                        .<Value>map(Value.Time::new)
                        .orElseThrow(() -> new CipherException("parsing time <redacted>: not as RFC 3339 has it"));
            case "comment" -> new Value.Comment(string(text), false);
            case "bytes" -> throw new CipherException("Datatype bytes cannot be written to a file");
            default -> throw new CipherException("Unknown datatype: " + type);
        };
    }

    private static String string(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }

    private static long whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new CipherException("strconv.Atoi: parsing <redacted>: invalid syntax");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new CipherException("strconv.Atoi: parsing <redacted>: value out of range");
        }
    }

    private static double real(String text) {
        if (REAL.matcher(text).matches() || HEXADECIMAL.matcher(text).matches()) {
            return finite(text);
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> throw new CipherException("strconv.ParseFloat: parsing <redacted>: invalid syntax");
        };
    }

    private static double finite(String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isInfinite(number)) {
                throw new CipherException("strconv.ParseFloat: parsing <redacted>: value out of range");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new CipherException("strconv.ParseFloat: parsing <redacted>: invalid syntax");
        }
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "1", "t", "T", "TRUE", "true", "True" -> true;
            case "0", "f", "F", "FALSE", "false", "False" -> false;
            default -> throw new CipherException("strconv.ParseBool: parsing <redacted>: invalid syntax");
        };
    }
}
