package io.fluxj.helm.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as Go's {@code golang.org/x/text/message} prints them in English: {@code 70,000}, {@code 1.5×10⁰⁶}. */
final class NumberText {
    private static final String SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int LARGEST_PLAIN = 6;
    private static final int SMALLEST_PLAIN = -4;

    private NumberText() {}

    static String whole(long number) {
        return plain(BigDecimal.valueOf(number));
    }

    static String of(BigDecimal exact) {
        BigDecimal number = new BigDecimal(Double.toString(exact.doubleValue())).stripTrailingZeros();
        if (number.signum() == 0) {
            return "0";
        }
        int exponent = number.precision() - number.scale() - 1;
        return exponent < SMALLEST_PLAIN || exponent >= LARGEST_PLAIN ? scientific(number, exponent) : plain(number);
    }

    private static String plain(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(340);
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format.format(number);
    }

    private static String scientific(BigDecimal number, int exponent) {
        String mantissa = number.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        StringBuilder text = new StringBuilder(mantissa).append("×10").append(exponent < 0 ? "⁻" : "");
        String digits = String.valueOf(Math.abs(exponent));
        (digits.length() < 2 ? "0" + digits : digits)
                .chars()
                .forEach(digit -> text.append(SUPERSCRIPT.charAt(digit - '0')));
        return text.toString();
    }
}
