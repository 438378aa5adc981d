package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.ANY;
import static io.fluxj.gotemplate.value.GoType.INT;
import static io.fluxj.gotemplate.value.GoType.STRING;
import static io.fluxj.gotemplate.value.GoType.STRINGS;
import static io.fluxj.gotemplate.value.GoType.STRING_MAP;

import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions between texts and lists of texts. */
final class TextLists {
    private TextLists() {}

    static void addTo(Library library) {
        library.add(
                "split",
                STRING_MAP,
                (run, a) -> numbered(split(run, Args.text(a, 1), Args.text(a, 0), -1)),
                STRING,
                STRING);
        library.add(
                "splitn",
                STRING_MAP,
                (run, a) -> numbered(split(run, Args.text(a, 2), Args.text(a, 0), Args.integer(a, 1))),
                STRING,
                INT,
                STRING);
        library.add(
                "splitList",
                STRINGS,
                (run, a) -> GoSlice.strings(split(run, Args.text(a, 1), Args.text(a, 0), -1)),
                STRING,
                STRING);
        library.add("toStrings", STRINGS, (run, a) -> strings(run, a.getFirst()), ANY);
        library.add("join", STRING, (run, a) -> join(run, Args.text(a, 0), a.get(1)), STRING, ANY);
        library.add("sortAlpha", STRINGS, (run, a) -> sorted(run, a.getFirst()), ANY);
    }

    /** {@code strings.SplitN}. */
    static List<String> split(Meter meter, String text, String separator, int most) {
        meter.reserve(text.length());
        List<String> parts = new ArrayList<>();
        if (most == 0) {
            return parts;
        }
        int at = 0;
        while (most < 0 || parts.size() < most - 1) {
            int next = separator.isEmpty() ? nextRune(text, at) : text.indexOf(separator, at);
            if (next < 0) {
                break;
            }
            meter.spend(1);
            parts.add(text.substring(at, next));
            at = next + separator.length();
        }
        if (!separator.isEmpty() || at < text.length()) {
            parts.add(text.substring(at));
        }
        return parts;
    }

    /** End of the rune at a place when another follows it, else -1. */
    private static int nextRune(String text, int at) {
        int end = at < text.length() ? text.offsetByCodePoints(at, 1) : text.length();
        return end < text.length() ? end : -1;
    }

    private static GoMap numbered(List<String> parts) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            map.put("_" + i, parts.get(i));
        }
        return GoMap.of(STRING_MAP, map);
    }

    /** What sprig takes for a list of texts: nil elements are left out, a single value is a list of one. */
    static GoSlice strings(Meter meter, @Nullable Object value) {
        if (value instanceof GoSlice slice && slice.type().equals(STRINGS)) {
            return slice;
        }
        List<String> strings = new ArrayList<>();
        if (Values.kind(value).isSequence()) {
            for (Object item : Values.items(value)) {
                meter.spend(1);
                if (item != null) {
                    strings.add(Args.string(meter, item));
                }
            }
        } else if (value != null) {
            strings.add(Args.string(meter, value));
        }
        return GoSlice.strings(strings);
    }

    private static String join(Meter meter, String separator, @Nullable Object list) {
        StringBuilder out = new StringBuilder();
        String between = "";
        for (Object item : strings(meter, list).items()) {
            String text = (String) item;
            meter.reserve(between.length() + (long) text.length());
            out.append(between).append(text);
            between = separator;
        }
        return GoText.joined(out.toString());
    }

    private static GoSlice sorted(Meter meter, @Nullable Object value) {
        if (!Values.kind(value).isSequence()) {
            return GoSlice.strings(List.of(Args.string(meter, value)));
        }
        List<String> sorted = new ArrayList<>();
        strings(meter, value).items().forEach(item -> sorted.add((String) item));
        meter.spend(sorted.size() * 4L);
        sorted.sort(GoText::compare);
        return GoSlice.strings(sorted);
    }
}
