package io.fluxj.kube.schema;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Amounts such as {@code 100m}, {@code 1Gi} or {@code 1e3}, in the canonical form in which they are stored. Rules: the
 * Kubernetes API conventions on resource quantities.
 */
public final class Quantity {
    private static final Pattern FORM =
            Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+))([numkMGTPE]|[KMGTPE]i|[eE][+-]?\\d+)?");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final BigDecimal BINARY_STEP = BigDecimal.valueOf(1024);
    private static final int MAX_LENGTH = 64;
    private static final int SMALLEST_EXPONENT = -9;

    private Quantity() {}

    /** The canonical form; empty when the text is no amount. */
    public static Optional<String> canonical(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String suffix = matcher.group(2) == null ? "" : matcher.group(2);
        BigDecimal number = new BigDecimal(matcher.group(1));
        if (suffix.endsWith("i")) {
            return Optional.of(binary(number.multiply(BINARY_STEP.pow(BINARY.indexOf(suffix)))));
        }
        boolean exponent = suffix.length() > 1;
        int power = exponent ? Integer.parseInt(suffix.substring(1)) : 3 * (DECIMAL.indexOf(suffix) - 3);
        if (Math.abs(power) > MAX_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(decimal(number.scaleByPowerOfTen(power), exponent));
    }

    /** The amount as a number; empty when the text is none. */
    public static Optional<BigDecimal> value(String text) {
        return canonical(text).map(Quantity::number);
    }

    /** Both together, in the form of the first. */
    public static String sum(String one, String other) {
        BigDecimal total = value(one).orElse(BigDecimal.ZERO).add(value(other).orElse(BigDecimal.ZERO));
        return one.endsWith("i") ? binary(total) : decimal(total, false);
    }

    private static BigDecimal number(String canonical) {
        Matcher matcher = FORM.matcher(canonical);
        if (!matcher.matches()) {
            return BigDecimal.ZERO;
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        String suffix = matcher.group(2) == null ? "" : matcher.group(2);
        if (suffix.endsWith("i")) {
            return number.multiply(BINARY_STEP.pow(BINARY.indexOf(suffix)));
        }
        int power = suffix.length() > 1 ? Integer.parseInt(suffix.substring(1)) : 3 * (DECIMAL.indexOf(suffix) - 3);
        return number.scaleByPowerOfTen(power);
    }

    private static String decimal(BigDecimal value, boolean exponentForm) {
        BigDecimal rounded = value.setScale(-SMALLEST_EXPONENT, RoundingMode.CEILING);
        if (rounded.signum() == 0) {
            return "0";
        }
        int power = SMALLEST_EXPONENT;
        BigInteger mantissa = rounded.movePointRight(-SMALLEST_EXPONENT).toBigIntegerExact();
        BigInteger thousand = BigInteger.valueOf(1000);
        while (power < 18 && mantissa.mod(thousand).signum() == 0) {
            mantissa = mantissa.divide(thousand);
            power += 3;
        }
        if (exponentForm) {
            return power == 0 ? mantissa.toString() : mantissa + "e" + power;
        }
        return mantissa + DECIMAL.get(power / 3 + 3);
    }

    private static String binary(BigDecimal value) {
        if (value.stripTrailingZeros().scale() > 0 || value.abs().compareTo(BINARY_STEP) < 0) {
            return decimal(value, false);
        }
        BigInteger mantissa = value.toBigIntegerExact();
        int step = 0;
        BigInteger base = BINARY_STEP.toBigIntegerExact();
        while (step < BINARY.size() - 1 && mantissa.mod(base).signum() == 0 && mantissa.signum() != 0) {
            mantissa = mantissa.divide(base);
            step++;
        }
        return mantissa + BINARY.get(step);
    }
}
