package io.fluxj.helm.manifest;

/**
 * One document that a template printed.
 *
 * @param path of the template, with the charts that it is in
 * @param text as it was printed
 */
public record Manifest(String path, String text, ManifestHead head) {

    /** As it stands in a stream of manifests. */
    public String withSource() {
        return withSource(path, text);
    }

    /** A text with the comment that names its source. */
    public static String withSource(String path, String text) {
        return "---\n# Source: " + path + "\n" + text + "\n";
    }
}
