package io.fluxj.kustomize.yaml;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Characters that end a line for kustomize's parser but not for the one in use: next line (U+0085), and the line and paragraph separators
 * (U+2028, U+2029), which stay part of a text.
 */
final class OldBreaks {

    private OldBreaks() {}

    /** The text with line breaks where kustomize's parser sees them. */
    static String spelled(String text, LoadSettings settings) {
        String broken = text.indexOf('\u0085') < 0 ? text : text.replace('\u0085', '\n');
        boolean separators = broken.indexOf('\u2028') >= 0 || broken.indexOf('\u2029') >= 0;
        return separators ? withSeparatorsBroken(broken, settings) : broken;
    }

    /** In quotes, and before an indented line, a separator is no danger; elsewhere what follows it begins a line. */
    private static String withSeparatorsBroken(String text, LoadSettings settings) {
        int[] characters = text.codePoints().toArray();
        int from = 0;
        for (int[] range : quoted(text, settings)) {
            breakSeparators(characters, from, range[0]);
            from = range[1];
        }
        breakSeparators(characters, from, characters.length);
        return new String(characters, 0, characters.length);
    }

    private static void breakSeparators(int[] characters, int from, int to) {
        for (int i = from; i < Math.min(to, characters.length - 1); i++) {
            boolean separator = characters[i] == '\u2028' || characters[i] == '\u2029';
            if (separator && characters[i + 1] != '\n' && characters[i + 1] != ' ') {
                characters[i] = '\n';
            }
        }
    }

    private static List<int[]> quoted(String text, LoadSettings settings) {
        List<int[]> ranges = new ArrayList<>();
        try {
            for (Event event : new Parse(settings).parseReader(new RoomyReader(text))) {
                if (event instanceof ScalarEvent scalar && isQuoted(scalar)) {
                    ranges.add(new int[] {
                        event.getStartMark().orElseThrow().getIndex(),
                        event.getEndMark().orElseThrow().getIndex()
                    });
                }
            }
        } catch (YamlEngineException | NumberFormatException e) {
            return ranges; // malformed either way: the reader says where
        }
        return ranges;
    }

    private static boolean isQuoted(ScalarEvent scalar) {
        return scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
    }
}
