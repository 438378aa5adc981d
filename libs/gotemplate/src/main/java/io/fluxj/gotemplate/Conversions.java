package io.fluxj.gotemplate;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Values;
import org.jspecify.annotations.Nullable;

/** What Go does where a value meets another type. */
final class Conversions {
    private Conversions() {}

    /** A map or slice under the name of another type of the same structure; it holds the same elements. */
    static @Nullable Object renamed(@Nullable Object value, GoType type) {
        if (type.equals(GoType.ANY_MAP)) {
            return Values.isNil(value) ? GoMap.nil(type) : Values.entries(value);
        }
        if (type.equals(GoType.ANY_SLICE)) {
            return Values.isNil(value) ? GoSlice.nil(type) : Values.items(value);
        }
        return switch (type.kind()) {
            case MAP -> new GoMap(type, Values.entries(value), Values.isNil(value));
            case SLICE -> new GoSlice(type, Values.items(value), Values.isNil(value));
            default -> value;
        };
    }

    /** A value as key of a map or argument of {@code call}: nil becomes the zero value, integers become those of the wanted type. */
    static @Nullable Object prepared(@Nullable Object value, GoType type) {
        Kind kind = Values.kind(value);
        if (kind == Kind.INVALID) {
            if (!type.kind().isNillable()) {
                throw new GoError("value is nil; should be of type " + type);
            }
            return type.zero();
        }
        GoType given = Values.type(value);
        if (given.assignableTo(type)) {
            return value;
        }
        if (kind.isInteger() && type.kind().isInteger()) {
            return GoInt.of(type, Values.integer(value));
        }
        throw new GoError("value has type " + given + "; should be " + type);
    }
}
