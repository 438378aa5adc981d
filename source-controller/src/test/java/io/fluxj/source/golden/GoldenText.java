package io.fluxj.source.golden;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a message has to be equal: all that Flux itself says, not what Go's libraries add. */
final class GoldenText {
    private static final Pattern LIBRARY_TEXT = Pattern.compile(
            "(failed to checkout and determine revision: (?:unable to (?:clone|list remote for) '[^']*': "
                    + "|unable to construct auth method with options: ))(?!couldn't find remote ref).*",
            Pattern.DOTALL);

    /** Flux says it twice. */
    private static final Pattern SAID_TWICE = Pattern.compile("(failed to get secret '[^']*': )\\1");

    /** Digests of artifacts hold for Go's deflate only. */
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private GoldenText() {}

    static String comparable(String message) {
        Matcher library = LIBRARY_TEXT.matcher(message);
        String common = library.matches() ? library.group(1) + "<library>" : message;
        return DIGEST.matcher(SAID_TWICE.matcher(common).replaceAll("$1")).replaceAll("<digest>");
    }
}
