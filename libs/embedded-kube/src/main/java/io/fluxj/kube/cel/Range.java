package io.fluxj.kube.cel;

/**
 * From the least to the most that something may be or cost; what is beyond 64 bits is the largest number of 64 bits.
 *
 * @param min the least
 * @param max the most
 */
record Range(double min, double max) {
    static final double LARGEST = 0x1p64;
    static final Range UNKNOWN = new Range(0, LARGEST);
    static final Range NOTHING = new Range(0, 0);

    static Range exactly(double value) {
        return new Range(value, value);
    }

    Range plus(Range other) {
        return new Range(bounded(min + other.min), bounded(max + other.max));
    }

    Range times(Range other) {
        return new Range(product(min, other.min), product(max, other.max));
    }

    /** Multiplied and rounded up. */
    Range times(double factor) {
        return new Range(bounded(Math.ceil(min * factor)), bounded(Math.ceil(max * factor)));
    }

    Range or(Range other) {
        return new Range(Math.min(min, other.min), Math.max(max, other.max));
    }

    static double product(double a, double b) {
        return a == 0 || b == 0 ? 0 : bounded(a * b);
    }

    private static double bounded(double value) {
        return Math.min(value, LARGEST);
    }
}
