package io.fluxj.kustomize;

import java.util.Map;

/** One object that a build made. Immutable; the maps and lists handed out cannot be changed. */
public interface BuiltResource {

    /** {@code apiVersion}, {@code ""} if it has none. */
    String apiVersion();

    /** {@code kind}. */
    String kind();

    /** {@code metadata.namespace}, {@code ""} if it has none. */
    String namespace();

    /** {@code metadata.name}. */
    String name();

    /** {@code metadata.labels} as strings. */
    Map<String, String> labels();

    /** {@code metadata.annotations} as strings. */
    Map<String, String> annotations();

    /** The YAML text of this object as kustomize prints it; ends in a line break, has no {@code ---}. */
    String toYaml();

    /**
     * The object as a tree of {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Boolean}, {@code Long}, {@code
     * BigInteger} (beyond a long), {@code Double} and {@code null}, typed as kustomize types them; keys in the order of the printed text.
     */
    Map<String, Object> content();

    /** Path in the tree of the file it was read from, or what made it; {@code ""} if nothing is known, as for one that was read again. */
    String file();

    /** Its first line in that file, counted from 1; 0 if it is not known. */
    int line();

    /** A failure on this object, with the file and the field through which it came into the build, if they are known. */
    BuildException problem(String what);
}
