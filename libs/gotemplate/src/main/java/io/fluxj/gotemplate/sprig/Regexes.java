package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.BOOL;
import static io.fluxj.gotemplate.value.GoType.INT;
import static io.fluxj.gotemplate.value.GoType.STRING;
import static io.fluxj.gotemplate.value.GoType.STRINGS;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Run;
import java.util.ArrayList;
import java.util.List;

/** Functions of regular expressions in Go's syntax. */
final class Regexes {
    private Regexes() {}

    static void addTo(Library library) {
        library.add(
                "regexMatch",
                BOOL,
                (run, a) -> RegexSource.matches(run, Args.text(a, 0), Args.text(a, 1)),
                STRING,
                STRING);
        library.add(
                "mustRegexMatch",
                BOOL,
                (run, a) -> RegexSource.compile(Args.text(a, 0), false)
                        .matcher(input(run, Args.text(a, 1)))
                        .find(),
                STRING,
                STRING);
        add(library, "Find", STRING, (run, p, a) -> find(run, p, a.get(1)), STRING, STRING);
        add(
                library,
                "FindAll",
                STRINGS,
                (run, p, a) -> findAll(run, p, a.get(1), Integer.parseInt(a.get(2))),
                STRING,
                STRING,
                INT);
        add(
                library,
                "Split",
                STRINGS,
                (run, p, a) -> split(run, p, a.get(1), Integer.parseInt(a.get(2))),
                STRING,
                STRING,
                INT);
        add(
                library,
                "ReplaceAll",
                STRING,
                (run, p, a) -> RegexReplacement.expand(run, p, a.get(1), a.get(2)),
                STRING,
                STRING,
                STRING);
        add(
                library,
                "ReplaceAllLiteral",
                STRING,
                (run, p, a) -> RegexReplacement.literal(run, p, a.get(1), a.get(2)),
                STRING,
                STRING,
                STRING);
        library.add("regexQuoteMeta", STRING, (run, a) -> quoteMeta(Args.text(a, 0)), STRING);
    }

    private interface Body {
        Object call(Run run, Pattern pattern, List<String> args);
    }

    /** A function, and the one that must not fail; Go panics in the former with other words than it fails in the latter. */
    private static void add(Library library, String name, GoType result, Body body, GoType... parameters) {
        for (boolean panics : new boolean[] {true, false}) {
            library.add(
                    (panics ? "regex" : "mustRegex") + name,
                    result,
                    (run, a) -> {
                        List<String> texts = new ArrayList<>();
                        for (int i = 0; i < a.size(); i++) {
                            texts.add(
                                    parameters[i].equals(INT) ? Integer.toString(Args.integer(a, i)) : Args.text(a, i));
                        }
                        return body.call(run, RegexSource.compile(texts.getFirst(), panics), texts);
                    },
                    parameters);
        }
    }

    private static String input(Run run, String text) {
        run.spend(text.length());
        return text;
    }

    private static String find(Run run, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(input(run, text));
        return matcher.find() ? matcher.group() : "";
    }

    private static GoSlice findAll(Run run, Pattern pattern, String text, int most) {
        List<String> found = new ArrayList<>();
        for (RegexReplacement.Span span : RegexReplacement.spans(run, pattern, text, most)) {
            found.add(text.substring(span.from(), span.to()));
        }
        return found.isEmpty() ? GoSlice.nil(STRINGS) : GoSlice.strings(found);
    }

    private static GoSlice split(Run run, Pattern pattern, String text, int most) {
        if (most == 0) {
            return GoSlice.nil(STRINGS);
        }
        if (!pattern.pattern().isEmpty() && text.isEmpty()) {
            return GoSlice.strings(List.of(""));
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        int to = 0;
        for (RegexReplacement.Span span : RegexReplacement.spans(run, pattern, text, most)) {
            if (most > 0 && parts.size() == most - 1) {
                break;
            }
            to = span.from();
            if (span.to() != 0) {
                parts.add(text.substring(from, to));
            }
            from = span.to();
        }
        if (to != text.length()) {
            parts.add(text.substring(from));
        }
        return GoSlice.strings(parts);
    }

    private static String quoteMeta(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }
}
