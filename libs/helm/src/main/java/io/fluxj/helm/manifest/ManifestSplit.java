package io.fluxj.helm.manifest;

import io.fluxj.gotemplate.value.GoText;
import java.util.ArrayList;
import java.util.List;

/** Splits a stream of YAML documents at the lines that begin with {@code ---}, without reading it. */
public final class ManifestSplit {
    private static final String SEPARATOR = "---";

    private ManifestSplit() {}

    /** The documents that are not blank, without what is blank at their beginning. */
    public static List<String> documents(String stream) {
        List<String> documents = new ArrayList<>();
        String rest = trimmedAtStart(stream);
        int start = 0;
        for (int at = next(rest, 0); at >= 0; at = next(rest, start)) {
            add(rest.substring(start, at), documents);
            start = at + SEPARATOR.length();
            while (start < rest.length() && (rest.charAt(start) == ' ' || rest.charAt(start) == '\t')) {
                start++;
            }
        }
        add(rest.substring(start), documents);
        return documents;
    }

    private static int next(String text, int from) {
        if (from == 0 && text.startsWith(SEPARATOR)) {
            return 0;
        }
        int at = text.indexOf("\n" + SEPARATOR, from);
        return at < 0 ? -1 : at + 1;
    }

    private static void add(String document, List<String> documents) {
        String trimmed = trimmedAtStart(document);
        if (!trimmed.isEmpty()) {
            documents.add(trimmed);
        }
    }

    private static String trimmedAtStart(String text) {
        int start = 0;
        while (start < text.length() && GoText.isSpace(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }
}
