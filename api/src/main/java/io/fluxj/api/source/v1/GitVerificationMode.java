package io.fluxj.api.source.v1;

import io.fluxj.api.meta.Choice;

/** Which Git object must carry a trusted signature. */
public enum GitVerificationMode implements Choice.Named {
    /** Former spelling of HEAD. */
    LOWERCASE_HEAD("head"),
    /** The commit that is fetched. */
    HEAD("HEAD"),
    /** The tag that was asked for, which must be an annotated one. */
    TAG("Tag"),
    /** Both the tag and the commit it points to. */
    TAG_AND_HEAD("TagAndHEAD");

    private final String text;

    GitVerificationMode(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
