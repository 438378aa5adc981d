package io.fluxj.kustomize.id;

/**
 * Group, version and kind; in a selector an empty part means any.
 */
public record Gvk(String group, String version, String kind) {

    public static final Gvk ANY = new Gvk("", "", "");

    /** From the two fields of an object. */
    public static Gvk of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        return slash < 0
                ? new Gvk("", apiVersion, kind)
                : new Gvk(apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Whether every part that the selector names is this one's. */
    public boolean isSelectedBy(Gvk selector) {
        return (selector.group.isEmpty() || selector.group.equals(group))
                && (selector.version.isEmpty() || selector.version.equals(version))
                && (selector.kind.isEmpty() || selector.kind.equals(kind));
    }

    /** The form that objects are sorted by: {@code group_version_kind}. */
    public String sortKey() {
        return or(group, "~G") + "_" + or(version, "~V") + "_" + or(kind, "~K");
    }

    /** {@code Kind.version.group}, with placeholders for what is empty. */
    @Override
    public String toString() {
        return or(kind, "[noKind]") + "." + or(version, "[noVer]") + "." + or(group, "[noGrp]");
    }

    private static String or(String text, String placeholder) {
        return text.isEmpty() ? placeholder : text;
    }
}
