package io.fluxj.source.helm.index;

import java.io.IOException;

/** The pieces of an index, one after the other. */
interface Tokens {
    /** Depth of an index that is refused. */
    int DEEPEST = 100;

    /**
     * The next one.
     *
     * @throws IndexException when the text is malformed there
     */
    Token next() throws IOException;

    /** Where it stands, such as {@code line 7}. */
    String place();

    /** How much was read up to now, in bytes. */
    long consumed();

    /** Whether this is YAML, where two values for one key are an error, as are unknown keys; Go reads JSON more generously. */
    boolean isStrict();
}
