package io.fluxj.automation.setters;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments around a scalar.
 *
 * @param text of the whole file
 */
record Lines(String text) {
    private static final Pattern BEHIND =
            Pattern.compile("[ \\t]*(?:,[ \\t]*)?((?<=[ \\t])#[^\\r\\n]*)?(?=[\\r\\n]|$)");
    private static final Pattern BLOCK_HEADER = Pattern.compile("[|>][0-9+-]*[ \\t]+(#[^\\r\\n]*)");
    private static final Pattern KEY = Pattern.compile("[ \\t]*(?:-[ \\t]+)*[^\\s#-].*:[ \\t]+");

    /** The comment that ends the line on which a scalar ends, with nothing but a comma between; empty when there is another thing. */
    Optional<String> behind(int end) {
        Matcher found = at(BEHIND, end);
        return found.lookingAt() ? Optional.ofNullable(found.group(1)) : Optional.empty();
    }

    /** Whether nothing but a comment follows on the line. */
    boolean endsLine(int end) {
        return at(BEHIND, end).lookingAt();
    }

    /** The comment behind the sign that begins a block scalar. */
    Optional<String> inHeader(int start) {
        Matcher found = at(BLOCK_HEADER, start);
        return found.lookingAt() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private Matcher at(Pattern pattern, int index) {
        return pattern.matcher(text).region(index, text.length()).useTransparentBounds(true);
    }

    /** The comment that is alone on the line above, where this line begins with the key of the scalar. */
    Optional<String> above(int start) {
        int line = lineStart(start);
        if (line == 0 || !KEY.matcher(text.substring(line, start)).matches()) {
            return Optional.empty();
        }
        String above = text.substring(lineStart(line - 1), line).strip();
        return above.startsWith("#") ? Optional.of(above) : Optional.empty();
    }

    private int lineStart(int index) {
        return text.lastIndexOf('\n', index - 1) + 1;
    }
}
