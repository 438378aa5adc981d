package io.fluxj.automation.setters;

import io.fluxj.automation.setters.YamlNode.Scalar;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a new value is written where an old one stood, in the same style as far as it can be. */
final class ScalarText {
    /** What needs no quotes in any place. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_./](?:[A-Za-z0-9_./:@+-]*[A-Za-z0-9_./@+-])?");

    /** What some reader of YAML takes for something else than a text: null, booleans, numbers, dates. */
    private static final Pattern OTHER = Pattern.compile("(?i:null|~|true|false|yes|no|on|off|y|n|[-+]?\\.inf|\\.nan)"
            + "|[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*"
            + "|[-+]?(?:[0-9][0-9_]*)?\\.?[0-9_]*(?:[eE][-+]?[0-9]+)?"
            + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?"
            + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

    private static final Pattern PROPERTY = Pattern.compile("[&!][^\\s]*\\s+");

    private ScalarText() {}

    /** Where the value itself begins, behind its anchor and tag. */
    static int start(String text, Scalar scalar) {
        int start = scalar.start();
        Matcher property = PROPERTY.matcher(text);
        while (start < scalar.end() && property.region(start, scalar.end()).lookingAt()) {
            start = property.end();
        }
        return start;
    }

    /** The text that stands for {@code value} instead of {@code old}, which is the scalar as it was written. */
    static String of(Scalar scalar, String old, String value) {
        return switch (scalar.style()) {
            case PLAIN, JSON_SCALAR_STYLE -> isText(value) ? value : doubleQuoted(value);
            case SINGLE_QUOTED -> "'" + value.replace("'", "''") + "'";
            case DOUBLE_QUOTED -> doubleQuoted(value);
            case LITERAL, FOLDED -> block(old, value);
        };
    }

    private static boolean isText(String value) {
        return SAFE.matcher(value).matches() && !OTHER.matcher(value).matches();
    }

    private static String doubleQuoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** One line in the place of all; the line's end is not part of the value any more. */
    private static String block(String old, String value) {
        int header = old.indexOf('\n') + 1;
        if (header == 0) {
            return old;
        }
        String body = old.substring(header);
        Matcher lines = Pattern.compile("([ ]*)[^\\r\\n]*(?:\\S[^\\r\\n]*)").matcher(body);
        int last = 0;
        String indent = "";
        while (lines.find()) {
            indent = last == 0 ? lines.group(1) : indent;
            last = lines.end();
        }
        return old.substring(0, header).replaceFirst("^([|>])[+-]?([0-9]?)[+-]?", "$1-$2")
                + indent
                + value
                + body.substring(last);
    }
}
