package io.fluxj.api.image.v1;

import io.fluxj.api.meta.Choice;

/** Kinds of keys to sign commits with. */
public enum SigningKeyType implements Choice.Named {
    /** OpenPGP. */
    GPG("gpg"),
    /** SSH. */
    SSH("ssh");

    private final String text;

    SigningKeyType(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
