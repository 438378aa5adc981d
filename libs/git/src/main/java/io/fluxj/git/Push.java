package io.fluxj.git;

import java.util.List;

/**
 * What is pushed.
 *
 * @param target full name of the reference on the server
 * @param hash commit that it shall point to
 * @param rule whether history may be replaced
 * @param options that the server is told, {@code key=value}
 */
public record Push(String target, String hash, Rule rule, List<String> options) {
    public Push {
        options = List.copyOf(options);
    }

    /** Whether history may be replaced. */
    public enum Rule {
        /** Only what follows upon what is there. */
        FAST_FORWARD,
        /** Anything, but only where the server still has what was seen when the work began. */
        REPLACE_SEEN
    }
}
