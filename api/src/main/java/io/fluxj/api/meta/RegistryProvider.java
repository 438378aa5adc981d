package io.fluxj.api.meta;

/** Who issues the credentials for a container registry. */
public enum RegistryProvider implements Choice.Named {
    /** A Secret or a service account's image pull secret holds them. */
    GENERIC("generic"),
    /** Amazon ECR, by workload identity. */
    AWS("aws"),
    /** Azure Container Registry, by workload identity. */
    AZURE("azure"),
    /** Google Artifact Registry, by workload identity. */
    GCP("gcp");

    private final String text;

    RegistryProvider(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
