package io.fluxj.runtime.metrics;

import java.math.BigDecimal;

/** Numbers as Go writes them ({@code strconv.FormatFloat(number, 'g', -1, 64)}): {@code 60} and not {@code 60.0}, {@code 1e+06} from a million on. */
final class GoNumber {
    private static final int SMALLEST_PLAIN = -4;
    private static final int FIRST_SCIENTIFIC = 6;
    private static final int TWO_DIGITS = 10;

    private GoNumber() {}

    static String of(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "+Inf" : "-Inf";
        }
        return number == 0 ? "0" : finite(number);
    }

    private static String finite(double number) {
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = shortest.precision() - 1 - shortest.scale();
        return exponent < SMALLEST_PLAIN || exponent >= FIRST_SCIENTIFIC
                ? scientific(shortest, exponent)
                : shortest.toPlainString();
    }

    private static String scientific(BigDecimal number, int exponent) {
        String digits = number.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (number.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + fraction
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < TWO_DIGITS ? "0" : "")
                + Math.abs(exponent);
    }
}
