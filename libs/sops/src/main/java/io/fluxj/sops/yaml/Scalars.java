package io.fluxj.sops.yaml;

import io.fluxj.sops.tree.Numbers;
import io.fluxj.sops.tree.Times;
import io.fluxj.sops.tree.Value;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What scalars mean: YAML 1.2 with what go-yaml keeps of 1.1. */
public final class Scalars {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");
    private static final BigInteger LARGEST_UNSIGNED =
            BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final int BASE_64_LINE = 70;

    private Scalars() {}

    /**
     * The value of a scalar node.
     *
     * @throws YamlException if its tag asks for a type that it is not of
     */
    public static Value value(Node node) {
        String tag = node.tag();
        if (tag.equals(Tags.STRING) || (tag.isEmpty() && node.style() != Style.PLAIN)) {
            return Value.Text.of(node.value());
        }
        if (tag.equals(Tags.BINARY)) {
            return binary(node);
        }
        if (!Tags.isResolvable(tag)) {
            return Value.Text.of(node.value());
        }
        Value value = resolve(node.value(), tag);
        if (tag.equals(Tags.FLOAT) && value instanceof Value.Whole whole) {
            return new Value.Real(whole.value());
        }
        if (!tag.isEmpty() && !tag.equals(tagOf(value))) {
            throw new YamlException("yaml: line " + node.line() + ": cannot decode the value as a " + tag);
        }
        return value;
    }

    private static Value binary(Node node) {
        try {
            String digits = node.value().replace("\r", "").replace("\n", "");
            if (digits.length() % 4 != 0) {
                throw new IllegalArgumentException("without padding");
            }
            return new Value.Text(Base64.getDecoder().decode(digits));
        } catch (IllegalArgumentException e) {
            throw new YamlException("yaml: !!binary value contains invalid base64 data");
        }
    }

    private static String tagOf(Value value) {
        return switch (value) {
            case Value.Whole whole -> Tags.INT;
            case Value.Foreign foreign -> Tags.INT;
            case Value.Real real -> Tags.FLOAT;
            case Value.Truth truth -> Tags.BOOL;
            case Value.Time time -> Tags.TIME;
            case Value.Nothing nothing -> Tags.NULL;
            case Value.Text text -> Tags.STRING;
            case Value.Comment comment -> Tags.STRING;
            case Value.Branch branch -> "!!map";
            case Value.Items items -> "!!seq";
        };
    }

    private static Value resolve(String text, String tag) {
        Value named = named(text);
        if (named != null) {
            return named;
        }
        char first = text.charAt(0);
        if (first == '.') {
            return DECIMAL.matcher(text).matches() ? real(text) : Value.Text.of(text);
        }
        if (first != '+' && first != '-' && !Characters.isDigit(first)) {
            return Value.Text.of(text);
        }
        if (tag.isEmpty() || tag.equals(Tags.TIME)) {
            Optional<OffsetDateTime> time = Times.yaml(text);
            if (time.isPresent()) {
                return new Value.Time(time.get());
            }
        }
        return number(text);
    }

    private static @Nullable Value named(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> new Value.Nothing();
            case "true", "True", "TRUE" -> new Value.Truth(true);
            case "false", "False", "FALSE" -> new Value.Truth(false);
            case ".nan", ".NaN", ".NAN" -> new Value.Real(Double.NaN);
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> new Value.Real(Double.POSITIVE_INFINITY);
            case "-.inf", "-.Inf", "-.INF" -> new Value.Real(Double.NEGATIVE_INFINITY);
            default -> null;
        };
    }

    private static Value number(String text) {
        String plain = text.replace("_", "");
        Optional<BigInteger> whole = whole(plain);
        if (whole.isPresent() && whole.get().bitLength() < 64) {
            return new Value.Whole(whole.get().longValueExact());
        }
        boolean unsigned = !plain.startsWith("+") && !plain.startsWith("-");
        if (whole.isPresent() && unsigned && whole.get().compareTo(LARGEST_UNSIGNED) <= 0) {
            return new Value.Foreign("uint64");
        }
        return DECIMAL.matcher(plain).matches() ? real(plain) : Value.Text.of(text);
    }

    /** As Go's ParseInt with base 0: decimal, or after 0x, 0o, 0b or a leading zero in their base. */
    private static Optional<BigInteger> whole(String text) {
        boolean signed = text.startsWith("+") || text.startsWith("-");
        String digits = signed ? text.substring(1) : text;
        int base = base(digits);
        int prefix = base == 10 ? 0 : base == 8 && !isOctalMark(digits) ? 1 : 2;
        String rest = digits.substring(prefix);
        if (rest.isEmpty() || !rest.chars().allMatch(each -> each < 0x80 && Character.digit(each, base) >= 0)) {
            return Optional.empty();
        }
        BigInteger number = new BigInteger(rest, base);
        return Optional.of(text.startsWith("-") ? number.negate() : number);
    }

    private static int base(String digits) {
        if (digits.length() < 2 || digits.charAt(0) != '0') {
            return 10;
        }
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 8;
        };
    }

    private static boolean isOctalMark(String digits) {
        return digits.charAt(1) == 'o' || digits.charAt(1) == 'O';
    }

    private static Value real(String text) {
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? Value.Text.of(text) : new Value.Real(number);
    }

    /**
     * A node that reads as that value.
     *
     * @param value neither a map, a list nor a comment
     */
    public static Node node(Value value) {
        return switch (value) {
            case Value.Text text -> text.isUtf8() ? node(text.string()) : binary(text.bytes());
            case Value.Whole whole -> plain(Long.toString(whole.value()));
            case Value.Real real -> plain(real(real.value()));
            case Value.Truth truth -> plain(Boolean.toString(truth.value()));
            case Value.Time time -> plain(Times.precise(time.value()));
            case Value.Nothing nothing -> plain("null");
            case Value.Comment comment -> throw new IllegalArgumentException("a comment is no scalar");
            case Value.Branch branch -> throw new IllegalArgumentException("a map is no scalar");
            case Value.Items items -> throw new IllegalArgumentException("a list is no scalar");
            case Value.Foreign foreign -> throw new IllegalArgumentException("no scalar of type " + foreign.type());
        };
    }

    private static Node plain(String text) {
        return Node.scalar("", text, Style.PLAIN);
    }

    private static String real(double number) {
        return switch (Numbers.general(number, 'e')) {
            case "+Inf" -> ".inf";
            case "-Inf" -> "-.inf";
            case "NaN" -> ".nan";
            case String text -> text;
        };
    }

    /** A node of text, in quotes if it read as something else without. */
    public static Node node(String text) {
        if (text.equals("<<")) {
            return Node.scalar(Tags.MERGE, text, Style.PLAIN);
        }
        if (text.indexOf('\n') >= 0) {
            return Node.scalar("", text, Style.LITERAL);
        }
        return Node.scalar("", text, readsAsText(text) ? Style.PLAIN : Style.DOUBLE_QUOTED);
    }

    private static boolean readsAsText(String text) {
        return resolve(text, "") instanceof Value.Text && !BASE_60.matcher(text).matches() && !isOldTruth(text);
    }

    private static boolean isOldTruth(String text) {
        return switch (text) {
            case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> true;
            case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> true;
            default -> false;
        };
    }

    private static Node binary(byte[] bytes) {
        String digits = Base64.getEncoder().encodeToString(bytes);
        if (digits.length() < BASE_64_LINE) {
            return Node.scalar(Tags.BINARY, digits, Style.PLAIN);
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < digits.length(); i += BASE_64_LINE) {
            lines.append(digits, i, Math.min(i + BASE_64_LINE, digits.length())).append('\n');
        }
        return Node.scalar(Tags.BINARY, lines.toString(), Style.LITERAL);
    }
}
