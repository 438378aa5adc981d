package io.fluxj.semver;

import io.fluxj.semver.PartialVersion.Open;

/** How a constraint's version bounds the versions it allows; pre-releases are judged elsewhere. */
enum Operator {
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    EQUAL,
    TILDE,
    CARET;

    /** Takes an operator where the cursor stands; without one it is {@link #EQUAL}. */
    static Operator take(Cursor cursor) {
        if (cursor.accept("!=")) {
            return NOT_EQUAL;
        }
        if (cursor.accept(">=") || cursor.accept("=>")) {
            return GREATER_OR_EQUAL;
        }
        if (cursor.accept("<=") || cursor.accept("=<")) {
            return LESS_OR_EQUAL;
        }
        if (cursor.accept(">")) {
            return GREATER;
        }
        if (cursor.accept("<")) {
            return LESS;
        }
        if (cursor.accept("~>") || cursor.accept("~")) {
            return TILDE;
        }
        if (cursor.accept("^")) {
            return CARET;
        }
        cursor.accept("=");
        return EQUAL;
    }

    boolean allows(Version version, PartialVersion bound) {
        int order = version.comparedTo(bound.version());
        return switch (this) {
            case NOT_EQUAL -> !isSame(version, bound);
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> bound.open() == Open.NOTHING ? order <= 0 : !exceeds(version, bound);
            case GREATER -> hasOpenTail(bound) ? exceeds(version, bound) : order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            case EQUAL -> bound.open() == Open.NOTHING ? order == 0 : order >= 0 && isInTilde(version, bound);
            case TILDE -> order >= 0 && isInTilde(version, bound);
            case CARET -> order >= 0 && isInCaret(version, bound);
        };
    }

    /** Whether a number after the first is open. */
    private static boolean hasOpenTail(PartialVersion bound) {
        return bound.open() == Open.MINOR || bound.open() == Open.PATCH;
    }

    private static boolean isSame(Version version, PartialVersion bound) {
        Version other = bound.version();
        return switch (bound.open()) {
            case NOTHING, MAJOR -> version.comparedTo(other) == 0;
            case MINOR -> version.major() == other.major();
            case PATCH ->
                version.major() == other.major()
                        && version.minor() == other.minor()
                        && version.preRelease().equals(other.preRelease());
        };
    }

    /** Whether a version lies above everything that the open bound stands for. */
    private static boolean exceeds(Version version, PartialVersion bound) {
        int major = Long.compareUnsigned(version.major(), bound.version().major());
        int minor = Long.compareUnsigned(version.minor(), bound.version().minor());
        return major > 0 || (major == 0 && bound.open() != Open.MINOR && minor > 0);
    }

    private static boolean isInTilde(Version version, PartialVersion bound) {
        Version from = bound.version();
        boolean isZero = from.major() == 0 && from.minor() == 0 && from.patch() == 0;
        if (isZero && !hasOpenTail(bound)) {
            return true;
        }
        return version.major() == from.major() && (bound.open() == Open.MINOR || version.minor() == from.minor());
    }

    private static boolean isInCaret(Version version, PartialVersion bound) {
        Version from = bound.version();
        if (version.major() != from.major()) {
            return false;
        }
        if (from.major() != 0 || bound.open() == Open.MINOR) {
            return true;
        }
        if (version.minor() != from.minor()) {
            return false;
        }
        return from.minor() != 0 || bound.open() == Open.PATCH || version.patch() == from.patch();
    }
}
