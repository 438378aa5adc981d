package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.format.Format;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads arguments whose types the signature has checked. */
final class Args {
    private Args() {}

    static String text(List<? extends @Nullable Object> args, int index) {
        return Values.string(args.get(index));
    }

    /** An int; one that does not fit Java's is as large as can be. */
    static int integer(List<? extends @Nullable Object> args, int index) {
        return Math.clamp(Values.integer(args.get(index)), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** A map that the function reads, and may change. */
    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> map(List<? extends @Nullable Object> args, int index) {
        return (Map<String, @Nullable Object>) Values.entries(args.get(index));
    }

    static List<? extends @Nullable Object> rest(List<? extends @Nullable Object> args, int from) {
        return args.subList(from, args.size());
    }

    /** Elements of a value that has to be a list; {@code verb} is what the function says it cannot do otherwise. */
    static List<? extends @Nullable Object> items(@Nullable Object value, String verb) {
        if (value == null) {
            throw new GoError("runtime error: invalid memory address or nil pointer dereference");
        }
        Kind kind = Values.kind(value);
        if (!kind.isSequence()) {
            throw new GoError(verb + " type " + kind.goName());
        }
        return Values.items(value);
    }

    /** The text that sprig makes of any value ({@code strval}). */
    static String string(Meter meter, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof byte[] bytes) {
            return GoText.of(bytes);
        }
        if (value instanceof GoObject object && object.text().isPresent()) {
            return object.text().get();
        }
        return Format.text(meter, value);
    }
}
