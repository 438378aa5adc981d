package io.fluxj.gotemplate;

import io.fluxj.gotemplate.format.Format;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Run;
import io.fluxj.gotemplate.value.Values;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The functions {@code eq}, {@code lt} and those made of them. */
final class Comparison {
    private enum Family {
        NONE,
        BOOL,
        COMPLEX,
        INT,
        FLOAT,
        STRING,
        UINT
    }

    private Comparison() {}

    static boolean equal(Run run, @Nullable Object left, List<? extends @Nullable Object> others) {
        if (others.isEmpty()) {
            throw new GoError("missing argument for comparison");
        }
        for (Object right : others) {
            if (equal(run, left, right)) {
                return true;
            }
        }
        return false;
    }

    private static boolean equal(Run run, @Nullable Object left, @Nullable Object right) {
        Family l = of(left);
        Family r = of(right);
        if (l == Family.INT && r == Family.UINT) {
            return Values.integer(left) >= 0 && Values.integer(left) == Values.integer(right);
        }
        if (l == Family.UINT && r == Family.INT) {
            return Values.integer(right) >= 0 && Values.integer(left) == Values.integer(right);
        }
        if (l != r) {
            if (Values.kind(left) != Kind.INVALID && Values.kind(right) != Kind.INVALID) {
                throw incompatible(left, right);
            }
            return false;
        }
        return switch (l) {
            case INT, UINT -> Values.integer(left) == Values.integer(right);
            case FLOAT -> Values.floating(left) == Values.floating(right);
            case STRING, BOOL, COMPLEX -> Objects.equals(Values.underlying(left), Values.underlying(right));
            case NONE -> others(run, left, right);
        };
    }

    /** Values that are no numbers, texts or truth values. */
    private static boolean others(Run run, @Nullable Object left, @Nullable Object right) {
        Kind l = Values.kind(left);
        Kind r = Values.kind(right);
        if (l != r && l != Kind.INVALID && r != Kind.INVALID) {
            throw new GoError("non-comparable types " + Format.sprintf(run, "%s", nullable(left)) + ": "
                    + Values.type(left) + ", " + Values.type(right) + ": " + Format.text(run, right));
        }
        if (Values.isNil(left) || Values.isNil(right)) {
            return Values.isNil(left) == Values.isNil(right);
        }
        if (r == Kind.MAP || r == Kind.SLICE || r == Kind.FUNC) {
            throw new GoError(
                    "non-comparable type " + Format.sprintf(run, "%s", nullable(right)) + ": " + Values.type(right));
        }
        return r == Kind.PTR ? left == right : Objects.equals(left, right);
    }

    private static List<@Nullable Object> nullable(@Nullable Object value) {
        return java.util.Collections.singletonList(value);
    }

    private static GoError incompatible(@Nullable Object left, @Nullable Object right) {
        return new GoError("incompatible types for comparison: " + Values.type(left) + " and " + Values.type(right));
    }

    static boolean less(@Nullable Object left, @Nullable Object right) {
        Family l = ordered(left);
        Family r = ordered(right);
        if (l == Family.INT && r == Family.UINT) {
            return Values.integer(left) < 0 || Long.compareUnsigned(Values.integer(left), Values.integer(right)) < 0;
        }
        if (l == Family.UINT && r == Family.INT) {
            return Values.integer(right) >= 0 && Long.compareUnsigned(Values.integer(left), Values.integer(right)) < 0;
        }
        if (l != r) {
            throw incompatible(left, right);
        }
        return switch (l) {
            case INT -> Values.integer(left) < Values.integer(right);
            case UINT -> Long.compareUnsigned(Values.integer(left), Values.integer(right)) < 0;
            case FLOAT -> Values.floating(left) < Values.floating(right);
            case STRING -> GoText.compare(Values.string(left), Values.string(right)) < 0;
            case BOOL, COMPLEX, NONE -> throw new GoError("invalid type for comparison");
        };
    }

    static boolean lessOrEqual(Run run, @Nullable Object left, @Nullable Object right) {
        return less(left, right) || equal(run, left, right);
    }

    private static Family ordered(@Nullable Object value) {
        Family result = of(value);
        if (result == Family.NONE) {
            throw new GoError("invalid type for comparison");
        }
        return result;
    }

    private static Family of(@Nullable Object value) {
        Kind kind = Values.kind(value);
        if (kind.isInteger()) {
            return kind.isSigned() ? Family.INT : Family.UINT;
        }
        return switch (kind) {
            case BOOL -> Family.BOOL;
            case FLOAT32, FLOAT64 -> Family.FLOAT;
            case COMPLEX128 -> Family.COMPLEX;
            case STRING -> Family.STRING;
            default -> Family.NONE;
        };
    }
}
