package io.fluxj.kustomize.filter.replacement;

import io.fluxj.kustomize.fieldspec.FieldWalk;
import java.util.ArrayList;
import java.util.List;

/** Splits field paths of replacements and vars at dots; dots in brackets or behind a backslash do not count. */
public final class FieldPath {

    private FieldPath() {}

    public static List<String> split(String path) {
        List<String> parts = FieldWalk.split(path, '.');
        List<String> result = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (!part.startsWith("[") || part.endsWith("]")) {
                result.add(part);
                continue;
            }
            StringBuilder joined = new StringBuilder(part);
            while (i < parts.size() - 1) {
                i++;
                joined.append('.').append(parts.get(i));
                if (parts.get(i).endsWith("]")) {
                    break;
                }
            }
            result.add(joined.indexOf("=") >= 0 ? joined.toString() : trimBrackets(joined.toString()));
        }
        return result;
    }

    private static String trimBrackets(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && "[]".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "[]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
