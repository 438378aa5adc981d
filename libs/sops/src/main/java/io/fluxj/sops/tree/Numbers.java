package io.fluxj.sops.tree;

import java.math.BigDecimal;

/** Floating-point numbers as Go prints them: the shortest digits that read as the same number. */
public final class Numbers {
    private Numbers() {}

    /** Without exponent, as the format {@code f} of Go. */
    public static String plain(double number) {
        if (!Double.isFinite(number)) {
            return nameOf(number);
        }
        return number == 0 ? zero(number) : shortest(number).toPlainString();
    }

    /** With an exponent for small and large ones, as the format {@code g} of Go, with this letter for it. */
    public static String general(double number, char letter) {
        if (!Double.isFinite(number) || number == 0) {
            return plain(number);
        }
        BigDecimal digits = shortest(number);
        int exponent = digits.precision() - digits.scale() - 1;
        return exponent < -4 || exponent >= 6 ? scientific(digits, exponent, letter) : digits.toPlainString();
    }

    /** As Go's JSON writes it. */
    public static String json(double number) {
        double size = Math.abs(number);
        if (size == 0 || (size >= 1e-6 && size < 1e21)) {
            return plain(number);
        }
        BigDecimal digits = shortest(number);
        String text = scientific(digits, digits.precision() - digits.scale() - 1, 'e');
        int length = text.length();
        boolean shortens = text.startsWith("e-0", length - 4);
        return shortens ? text.substring(0, length - 2) + text.charAt(length - 1) : text;
    }

    private static String scientific(BigDecimal number, int exponent, char letter) {
        String digits = number.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String sign = number.signum() < 0 ? "-" : "";
        return "%s%s%s%s%s%02d"
                .formatted(sign, digits.charAt(0), fraction, letter, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static BigDecimal shortest(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros();
    }

    private static String zero(double number) {
        return 1 / number < 0 ? "-0" : "0";
    }

    private static String nameOf(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        return number > 0 ? "+Inf" : "-Inf";
    }
}
