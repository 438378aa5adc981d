package io.fluxj.cli.kind;

/** The API groups of Flux's kinds, each in the version that is stored. */
public enum Api {
    SOURCE("source.toolkit.fluxcd.io", "v1"),
    EXTENSIONS("source.extensions.fluxcd.io", "v1beta1"),
    KUSTOMIZE("kustomize.toolkit.fluxcd.io", "v1"),
    HELM("helm.toolkit.fluxcd.io", "v2"),
    RECEIVING("notification.toolkit.fluxcd.io", "v1"),
    ALERTING("notification.toolkit.fluxcd.io", "v1beta3"),
    IMAGE("image.toolkit.fluxcd.io", "v1");

    private final String group;
    private final String version;

    Api(String group, String version) {
        this.group = group;
        this.version = version;
    }

    /** The group, for example {@code source.toolkit.fluxcd.io}. */
    public String group() {
        return group;
    }

    /** The version, for example {@code v1}. */
    public String version() {
        return version;
    }
}
