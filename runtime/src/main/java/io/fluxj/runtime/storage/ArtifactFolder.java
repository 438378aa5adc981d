package io.fluxj.runtime.storage;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the artifacts of one object lie, {@code <kind>/<namespace>/<name>}. Source: flags-endpoints §4.
 *
 * @param kind the object's kind in lower case
 * @param namespace the object's namespace
 * @param name the object's name
 */
public record ArtifactFolder(String kind, String namespace, String name) {
    private static final Pattern ELEMENT = Pattern.compile("[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?");

    /** Checks that each part is one element of a path, whatever the API may have let through. */
    public ArtifactFolder {
        Stream.of(kind, namespace, name).forEach(ArtifactFolder::requireElement);
    }

    /** The folder of an object. */
    public static ArtifactFolder of(HasMetadata object) {
        return new ArtifactFolder(
                object.getKind().toLowerCase(Locale.ROOT),
                object.getMetadata().getNamespace(),
                object.getMetadata().getName());
    }

    /** Path relative to the store's root. */
    public String path() {
        return kind + "/" + namespace + "/" + name;
    }

    /** Path of a file in it, relative to the store's root. */
    public String path(String file) {
        return path() + "/" + file;
    }

    private static void requireElement(String part) {
        if (!ELEMENT.matcher(part).matches()) {
            throw new IllegalArgumentException("not a name of a Kubernetes object: '" + part + "'");
        }
    }
}
