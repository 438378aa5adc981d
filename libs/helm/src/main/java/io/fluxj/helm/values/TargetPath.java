package io.fluxj.helm.values;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts one text at a place in values, in the notation of {@code --set} (reference: behaviour.md §3.3). */
public final class TargetPath {
    private TargetPath() {}

    /**
     * Sets a value as {@code --set path=text} does; a text in quotes stays a text.
     *
     * @param into is changed
     * @throws HelmException when the path or the text is malformed
     */
    public static void set(Map<String, @Nullable Object> into, String path, String text) {
        boolean quoted = isIn(text, "'") || isIn(text, "\"");
        put(
                into,
                path + "=" + (quoted ? unquoted(text) : text),
                new SetDialect.Texts(quoted ? value -> value : SetDialect::typed));
    }

    /**
     * Sets a value to the text, whatever is in it.
     *
     * @param into is changed
     * @throws HelmException when the path is malformed
     */
    public static void setLiteral(Map<String, @Nullable Object> into, String path, String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if ("\\,[]{}".indexOf(text.charAt(i)) >= 0) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(i));
        }
        put(into, path + "=" + escaped, new SetDialect.Texts(value -> value));
    }

    private static boolean isIn(String text, String quote) {
        return text.startsWith(quote) && text.endsWith(quote);
    }

    /** Quotes of both kinds go from both ends, as Flux takes them. */
    private static String unquoted(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && "'\"".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "'\"".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static void put(Map<String, @Nullable Object> into, String flag, SetDialect dialect) {
        try {
            SetParser.parse(flag, dialect, into);
        } catch (SetFailure e) {
            throw new HelmException(Subject.VALUES, String.valueOf(e.getMessage()), e);
        }
    }
}
