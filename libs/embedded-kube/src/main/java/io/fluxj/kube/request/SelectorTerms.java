package io.fluxj.kube.request;

import io.fluxj.kube.api.ApiError;
import java.util.ArrayList;
import java.util.List;

/** The parts of a field selector, in whose values commas, equal signs and backslashes come after a backslash. */
final class SelectorTerms {
    private static final String ESCAPED = "\\,=";

    private SelectorTerms() {}

    static List<String> split(String selector) {
        List<String> out = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < selector.length(); i++) {
            if (selector.charAt(i) == '\\') {
                i++;
            } else if (selector.charAt(i) == ',') {
                out.add(selector.substring(start, i));
                start = i + 1;
            }
        }
        out.add(selector.substring(Math.min(start, selector.length())));
        return out;
    }

    static String unescaped(String value) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                String next = value.substring(i + 1, Math.min(i + 2, value.length()));
                if (next.isEmpty() || !ESCAPED.contains(next)) {
                    throw ApiError.badRequest("invalid field selector: invalid escape sequence: \\" + next);
                }
                out.append(next);
                i++;
            } else if (ESCAPED.indexOf(c) > 0) {
                throw ApiError.badRequest("invalid field selector: unescaped character in value: " + (int) c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
