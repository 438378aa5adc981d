package io.fluxj.kustomize.filter.replacement;

import java.util.ArrayList;
import java.util.List;

/** Text cut at a delimiter, empty parts and all. */
final class Delimited {

    private Delimited() {}

    static String[] split(String text, String delimiter) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, start)) {
            parts.add(text.substring(start, at));
            start = at + delimiter.length();
        }
        parts.add(text.substring(start));
        return parts.toArray(String[]::new);
    }

    /** The text with one part replaced; below zero it goes to the front, past the end to the back. */
    static String with(String text, String delimiter, int index, String part) {
        List<String> parts = new ArrayList<>(List.of(split(text, delimiter)));
        if (index < 0) {
            parts.add(0, part);
        } else if (index >= parts.size()) {
            parts.add(part);
        } else {
            parts.set(index, part);
        }
        return String.join(delimiter, parts);
    }
}
