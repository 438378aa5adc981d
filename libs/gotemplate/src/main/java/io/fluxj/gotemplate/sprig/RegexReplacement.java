package io.fluxj.gotemplate.sprig;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.fluxj.gotemplate.value.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Goes through the matches of an expression by Go's rules, and puts others in their place. */
final class RegexReplacement {
    private RegexReplacement() {}

    record Span(int from, int to) {}

    /** Matches one after the other; an empty one right behind another does not count. */
    static List<Span> spans(Run run, Pattern pattern, String text, int most) {
        List<Span> spans = new ArrayList<>();
        each(run, pattern, text, most, (matcher, span) -> spans.add(span));
        return spans;
    }

    private static void each(Run run, Pattern pattern, String text, int most, BiConsumer<Matcher, Span> action) {
        run.spend(text.length());
        Matcher matcher = pattern.matcher(text);
        int previousEnd = -1;
        int at = 0;
        int count = 0;
        while (at <= text.length() && (most < 0 || count < most) && matcher.find(at)) {
            run.spend(1);
            Span span = new Span(matcher.start(), matcher.end());
            boolean counts = span.to() != at || span.from() != previousEnd;
            at = span.to() == at ? after(text, at) : span.to();
            previousEnd = span.to();
            if (counts) {
                action.accept(matcher, span);
                count++;
            }
        }
    }

    private static int after(String text, int at) {
        return at < text.length() ? text.offsetByCodePoints(at, 1) : text.length() + 1;
    }

    static String literal(Run run, Pattern pattern, String text, String replacement) {
        return replaced(run, pattern, text, (matcher, out) -> out.append(replacement));
    }

    static String expand(Run run, Pattern pattern, String text, String template) {
        return replaced(run, pattern, text, (matcher, out) -> new Template(template, matcher, pattern, out).expand());
    }

    private static String replaced(
            Run run, Pattern pattern, String text, BiConsumer<Matcher, StringBuilder> replacement) {
        StringBuilder out = new StringBuilder(text.length());
        int[] last = {0};
        each(run, pattern, text, -1, (matcher, span) -> {
            int before = out.length();
            out.append(text, last[0], span.from());
            replacement.accept(matcher, out);
            run.reserve(out.length() - before);
            last[0] = span.to();
        });
        return out.append(text, last[0], text.length()).toString();
    }

    /** A replacement with {@code $1}, {@code ${1}} and {@code $name}. */
    private record Template(String text, Matcher matcher, Pattern pattern, StringBuilder out) {
        void expand() {
            int at = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c != '$') {
                    out.append(c);
                    at++;
                } else if (text.startsWith("$$", at)) {
                    out.append('$');
                    at += 2;
                } else {
                    at = group(at);
                }
            }
        }

        private int group(int at) {
            boolean braces = text.startsWith("${", at);
            int start = at + (braces ? 2 : 1);
            int end = start;
            while (end < text.length() && isName(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            boolean closed = !braces || (end < text.length() && text.charAt(end) == '}');
            if (end == start || !closed) {
                out.append('$');
                return at + 1;
            }
            append(text.substring(start, end));
            return braces ? end + 1 : end;
        }

        private static boolean isName(int c) {
            return c == '_' || Character.isLetter(c) || Character.isDigit(c);
        }

        private void append(String name) {
            boolean number = name.chars().allMatch(c -> c >= '0' && c <= '9')
                    && name.length() < 9
                    && (name.length() == 1 || name.charAt(0) != '0');
            Integer group =
                    number ? Integer.valueOf(name) : pattern.namedGroups().get(name);
            if (group != null && group <= matcher.groupCount() && matcher.group(group) != null) {
                out.append(matcher.group(group));
            }
        }
    }
}
