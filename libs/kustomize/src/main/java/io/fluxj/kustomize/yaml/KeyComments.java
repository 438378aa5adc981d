package io.fluxj.kustomize.yaml;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.Event;

/**
 * Finds the keys after which, on their line, there is nothing but a comment. Comments are not kept, but kustomize cannot read its own
 * text back when a patch empties the map or list under such a key, or moves it into brackets: they come on a line of their own.
 */
final class KeyComments {

    private static final Pattern COMMENT = Pattern.compile(":[ \t]+#");

    private final int @Nullable [] source;

    KeyComments(String source) {
        this.source = COMMENT.matcher(source).find() ? source.codePoints().toArray() : null;
    }

    /** Marks the key if a comment follows it and its value was written on later lines, or not at all. */
    void mark(Node key, Event event, Node value) {
        boolean below = value.isScalar() ? value.isNull() && value.value().isEmpty() : !value.isFlow();
        if (source != null && below && isCommented(source, event)) {
            key.setCommented(true);
        }
    }

    private static boolean isCommented(int[] source, Event key) {
        int colon = blanksAfter(source, key.getEndMark().orElseThrow().getIndex());
        if (colon >= source.length || source[colon] != ':') {
            return false;
        }
        int comment = blanksAfter(source, colon + 1);
        return comment < source.length && source[comment] == '#';
    }

    private static int blanksAfter(int[] source, int from) {
        int at = from;
        while (at < source.length && (source[at] == ' ' || source[at] == '\t')) {
            at++;
        }
        return at;
    }
}
