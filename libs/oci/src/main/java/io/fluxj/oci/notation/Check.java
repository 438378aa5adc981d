package io.fluxj.oci.notation;

import java.util.Arrays;
import java.util.Optional;

/** What is looked at in a signature. Source: Notary Project, trust store and trust policy specification. */
enum Check {
    INTEGRITY("integrity"),
    AUTHENTICITY("authenticity"),
    AUTHENTIC_TIMESTAMP("authenticTimestamp"),
    EXPIRY("expiry"),
    REVOCATION("revocation");

    private final String text;

    Check(String text) {
        this.text = text;
    }

    static Optional<Check> named(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }

    String text() {
        return text;
    }
}
