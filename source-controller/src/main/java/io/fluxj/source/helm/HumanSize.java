package io.fluxj.source.helm;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** A number of bytes in four digits at most, with decimal units, as in {@code 1.666kB}. */
final class HumanSize {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");
    private static final int STEP = 3;
    private static final MathContext DIGITS = new MathContext(4);

    private HumanSize() {}

    static String of(long bytes) {
        int unit = 0;
        while (unit < UNITS.size() - 1
                && BigDecimal.valueOf(bytes, STEP * unit).compareTo(BigDecimal.valueOf(1000)) >= 0) {
            unit++;
        }
        BigDecimal number = BigDecimal.valueOf(bytes, STEP * unit).round(DIGITS);
        return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString() + UNITS.get(unit);
    }
}
