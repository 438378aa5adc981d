package io.fluxj.gotemplate.format;

/** What stands between the per cent sign and the verb, while a value is printed. */
final class Flags {
    boolean minus;
    boolean plus;
    boolean sharp;
    boolean space;
    boolean zero;
    /** The plus of {@code %+v}. */
    boolean plusV;
    /** The sharp of {@code %#v}. */
    boolean sharpV;

    int width;
    boolean hasWidth;
    int precision;
    boolean hasPrecision;

    void clear() {
        minus = false;
        plus = false;
        sharp = false;
        space = false;
        zero = false;
        plusV = false;
        sharpV = false;
        width = 0;
        hasWidth = false;
        precision = 0;
        hasPrecision = false;
    }

    /** Moves the flags that mean something else for {@code %v}. */
    void turnToValue() {
        sharpV = sharp;
        sharp = false;
        plusV = plus;
        plus = false;
    }
}
