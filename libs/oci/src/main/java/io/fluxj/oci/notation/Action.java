package io.fluxj.oci.notation;

import java.util.Arrays;
import java.util.Optional;

/** What becomes of a check that fails. */
enum Action {
    /** The signature does not count. */
    ENFORCE("enforce"),
    /** It is told. */
    LOG("log"),
    /** It is not made. */
    SKIP("skip");

    private final String text;

    Action(String text) {
        this.text = text;
    }

    static Optional<Action> named(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }
}
