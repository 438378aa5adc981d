package io.fluxj.api.source.v1;

import io.fluxj.api.meta.Choice;

/** Object stores. */
public enum BucketProvider implements Choice.Named {
    /** Anything that speaks S3, with static keys or an LDAP token service. */
    GENERIC("generic"),
    /** Amazon S3, by workload identity or static keys. */
    AWS("aws"),
    /** Google Cloud Storage. */
    GCP("gcp"),
    /** Azure Blob Storage. */
    AZURE("azure");

    private final String text;

    BucketProvider(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
