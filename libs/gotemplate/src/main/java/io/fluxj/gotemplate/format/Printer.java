package io.fluxj.gotemplate.format;

import io.fluxj.gotemplate.value.GoComplex;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.MapOrder;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints values by Go's verbs. */
final class Printer {
    private static final int DEEPEST = 1_000;

    private final StringBuilder out = new StringBuilder();
    private final Flags flags = new Flags();
    private final Meter meter;
    private final ScalarPrinter scalars;
    private boolean erroring;

    Printer(Meter meter) {
        this.meter = meter;
        this.scalars = new ScalarPrinter(out, flags, meter);
    }

    StringBuilder out() {
        return out;
    }

    Flags flags() {
        return flags;
    }

    /** Prints an argument; {@code verb} is a code point. */
    void argument(@Nullable Object value, int verb) {
        if (Values.kind(value) == Kind.INVALID) {
            if (verb == 'T' || verb == 'v') {
                scalars.padded("<nil>");
            } else {
                badVerb(verb, value);
            }
        } else if (verb == 'T') {
            scalars.text(Values.type(value).name());
        } else {
            value(value, verb, 0);
        }
    }

    private void value(@Nullable Object value, int verb, int depth) {
        meter.spend(1);
        if (depth > DEEPEST) {
            throw new GoError("a value nested deeper than " + DEEPEST + " levels cannot be printed");
        }
        if (value instanceof GoObject object && method(object, verb)) {
            return;
        }
        Object plain = Values.underlying(value);
        switch (Values.kind(value)) {
            case INVALID -> nil(verb, depth);
            case BOOL -> bool(value, verb, Boolean.TRUE.equals(plain));
            case STRING -> string(value, verb, Values.string(plain));
            case FLOAT32 -> floating(value, verb, Values.floating(plain), 32);
            case FLOAT64 -> floating(value, verb, Values.floating(plain), 64);
            case COMPLEX128 -> complex(value, verb, (GoComplex) java.util.Objects.requireNonNull(plain));
            case MAP -> map(value, verb, depth);
            case SLICE, ARRAY -> slice(value, verb, depth);
            case STRUCT -> struct(value, verb, depth);
            case PTR, FUNC, INTERFACE -> pointer(value, verb, depth);
            case INT, INT8, INT16, INT32, INT64, UINT, UINT8, UINT16, UINT32, UINT64, UINTPTR -> integer(value, verb);
        }
    }

    private void nil(int verb, int depth) {
        if (depth > 0 || verb == 'v') {
            out.append("<nil>");
        } else {
            badVerb(verb, null);
        }
    }

    /** Values that have a text of their own print it for the verbs of texts. */
    private boolean method(GoObject object, int verb) {
        Optional<String> text =
                erroring || flags.sharpV || "vsxXq".indexOf(verb) < 0 ? Optional.empty() : object.text();
        text.ifPresent(shown -> string(object, verb, shown));
        return text.isPresent();
    }

    private void badVerb(int verb, @Nullable Object value) {
        erroring = true;
        out.append("%!").appendCodePoint(verb).append('(');
        if (Values.kind(value) == Kind.INVALID) {
            out.append("<nil>");
        } else {
            out.append(Values.type(value).name()).append('=');
            argument(value, 'v');
        }
        out.append(')');
        erroring = false;
    }

    private void bool(@Nullable Object value, int verb, boolean flag) {
        if (verb == 't' || verb == 'v') {
            scalars.padded(Boolean.toString(flag));
        } else {
            badVerb(verb, value);
        }
    }

    private void integer(@Nullable Object value, int verb) {
        Kind kind = Values.kind(value);
        long bits = Values.integer(value);
        boolean signed = kind.isSigned();
        switch (verb) {
            case 'v' -> {
                if (flags.sharpV && !signed) {
                    scalars.hexWithPrefix(bits, true);
                } else {
                    scalars.integer(bits, 10, signed, 'v', false);
                }
            }
            case 'd' -> scalars.integer(bits, 10, signed, 'd', false);
            case 'b' -> scalars.integer(bits, 2, signed, 'b', false);
            case 'o', 'O' -> scalars.integer(bits, 8, signed, (char) verb, false);
            case 'x' -> scalars.integer(bits, 16, signed, 'x', false);
            case 'X' -> scalars.integer(bits, 16, signed, 'X', true);
            case 'c' -> scalars.character(bits);
            case 'q' -> scalars.quotedCharacter(bits);
            case 'U' -> scalars.unicode(bits);
            default -> badVerb(verb, value);
        }
    }

    private void floating(@Nullable Object value, int verb, double number, int bits) {
        switch (verb) {
            case 'v' -> scalars.floating(number, bits, 'g', GoFloats.SHORTEST);
            case 'b', 'g', 'G', 'x', 'X' -> scalars.floating(number, bits, (char) verb, GoFloats.SHORTEST);
            case 'f', 'e', 'E', 'F' -> scalars.floating(number, bits, verb == 'F' ? 'f' : (char) verb, 6);
            default -> badVerb(verb, value);
        }
    }

    private void complex(@Nullable Object value, int verb, GoComplex number) {
        if ("vbgGxXfFeE".indexOf(verb) < 0) {
            badVerb(verb, value);
            return;
        }
        boolean plus = flags.plus;
        out.append('(');
        floating(value, verb, number.real(), 64);
        flags.plus = true;
        floating(value, verb, number.imaginary(), 64);
        out.append("i)");
        flags.plus = plus;
    }

    private void string(@Nullable Object value, int verb, String text) {
        switch (verb) {
            case 'v' -> {
                if (flags.sharpV) {
                    scalars.quoted(text);
                } else {
                    scalars.text(text);
                }
            }
            case 's' -> scalars.text(text);
            case 'x' -> scalars.hexBytes(GoText.bytes(text), false);
            case 'X' -> scalars.hexBytes(GoText.bytes(text), true);
            case 'q' -> scalars.quoted(text);
            default -> badVerb(verb, value);
        }
    }

    private void map(@Nullable Object value, int verb, int depth) {
        GoType type = Values.type(value);
        if (flags.sharpV) {
            out.append(type.name());
            if (Values.isNil(value)) {
                out.append("(nil)");
                return;
            }
        }
        out.append(flags.sharpV ? "{" : "map[");
        String separator = "";
        for (Map.Entry<?, ? extends @Nullable Object> entry : MapOrder.sorted(Values.entries(value))) {
            out.append(separator);
            value(entry.getKey(), verb, depth + 1);
            out.append(':');
            element(entry.getValue(), type.elemOrAny(), verb, depth + 1);
            separator = flags.sharpV ? ", " : " ";
        }
        out.append(flags.sharpV ? '}' : ']');
    }

    /** In Go syntax a nil inside something names its type. */
    private void element(@Nullable Object value, GoType type, int verb, int depth) {
        if (value == null && flags.sharpV) {
            out.append(type.name()).append("(nil)");
        } else {
            value(value, verb, depth);
        }
    }

    private void slice(@Nullable Object value, int verb, int depth) {
        GoType type = Values.type(value);
        boolean bytes = type.elemOrAny().kind() == Kind.UINT8;
        if (bytes && (depth == 0 && verb != 'v' && verb != 'd' ? "sxXq" : "sqxX").indexOf(verb) >= 0) {
            bytes(value, verb);
            return;
        }
        if (flags.sharpV) {
            out.append(type.name());
            if (Values.isNil(value)) {
                out.append("(nil)");
                return;
            }
        }
        out.append(flags.sharpV ? '{' : '[');
        String separator = "";
        for (Object item : Values.items(value)) {
            out.append(separator);
            if (bytes && flags.sharpV && depth == 0) {
                out.append("0x").append(Long.toHexString(Values.integer(item)));
            } else {
                element(item, type.elemOrAny(), verb, depth + 1);
            }
            separator = flags.sharpV ? ", " : " ";
        }
        out.append(flags.sharpV ? '}' : ']');
    }

    private void bytes(@Nullable Object value, int verb) {
        byte[] bytes = bytes(Values.items(value));
        switch (verb) {
            case 's' -> scalars.text(GoText.of(bytes));
            case 'q' -> scalars.quoted(GoText.of(bytes));
            case 'x' -> scalars.hexBytes(bytes, false);
            default -> scalars.hexBytes(bytes, true);
        }
    }

    private static byte[] bytes(List<? extends @Nullable Object> items) {
        byte[] bytes = new byte[items.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Values.integer(items.get(i));
        }
        return bytes;
    }

    private void struct(@Nullable Object value, int verb, int depth) {
        if (!(value instanceof GoObject object)) {
            badVerb(verb, value);
            return;
        }
        out.append(flags.sharpV ? object.type().name() : "").append('{');
        String separator = "";
        for (GoObject.Field field : object.fields()) {
            out.append(separator);
            if (flags.plusV || flags.sharpV) {
                out.append(field.name()).append(':');
            }
            element(field.value(), GoType.ANY, verb, depth + 1);
            separator = flags.sharpV ? ", " : " ";
        }
        out.append('}');
    }

    /** A pointer prints what it points to when nothing else is around it; addresses mean nothing here and print as zero. */
    private void pointer(@Nullable Object value, int verb, int depth) {
        if (depth == 0 && value instanceof GoObject object && object.type().kind() == Kind.PTR) {
            out.append('&');
            struct(new Pointed(object), verb, depth + 1);
        } else if (verb == 'v' && Values.isNil(value)) {
            if (flags.sharpV) {
                out.append('(').append(Values.type(value).name()).append(")(nil)");
            } else {
                scalars.padded("<nil>");
            }
        } else if ("vpbodxX".indexOf(verb) >= 0) {
            scalars.hexWithPrefix(0, true);
        } else {
            badVerb(verb, value);
        }
    }

    private record Pointed(GoObject pointer) implements GoObject {
        @Override
        public GoType type() {
            return pointer.type().elemOrAny();
        }

        @Override
        public List<Field> fields() {
            return pointer.fields();
        }
    }
}
