package io.fluxj.api.source.v1;

import io.fluxj.api.meta.Choice;

/** Security token services. */
public enum BucketTokenProvider implements Choice.Named {
    /** The token service of AWS. */
    AWS("aws"),
    /** A token service that authenticates against LDAP, as MinIO has it. */
    LDAP("ldap");

    private final String text;

    BucketTokenProvider(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
