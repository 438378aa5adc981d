package io.fluxj.kustomize.yaml;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What YAML 1.1 knows of line separators and the parser in use does not: the escapes {@code \N}, {@code \L} and {@code \P}, and that
 * blanks around a separator vanish as they do around every line break.
 */
final class OldEscapes {

    private static final Pattern SEPARATOR = Pattern.compile(" *([\u2028\u2029]) *");

    private OldEscapes() {}

    /** The text with the escape that the parser stumbled over spelled so that it knows it, or null if that was not the trouble. */
    static @Nullable String repaired(String text, MarkedYamlEngineException failure) {
        if (!failure.getProblem().startsWith("found unknown escape character")
                || failure.getProblemMark().isEmpty()) {
            return null;
        }
        Mark mark = failure.getProblemMark().get();
        int at = text.offsetByCodePoints(0, Math.min(mark.getIndex(), text.codePointCount(0, text.length()) - 1));
        String code =
                switch (text.charAt(at)) {
                    case 'N' -> "x85";
                    case 'L' -> "u2028";
                    case 'P' -> "u2029";
                    default -> "";
                };
        return code.isEmpty() ? null : text.substring(0, at) + code + text.substring(at + 1);
    }

    static String folded(String value) {
        boolean any = value.indexOf('\u2028') >= 0 || value.indexOf('\u2029') >= 0;
        return any ? SEPARATOR.matcher(value).replaceAll("$1") : value;
    }
}
