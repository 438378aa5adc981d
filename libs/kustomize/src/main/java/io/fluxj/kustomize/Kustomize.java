package io.fluxj.kustomize;

import io.fluxj.kustomize.build.Engine;
import io.fluxj.kustomize.build.PrintedResource;
import io.fluxj.kustomize.kustomization.FieldLines;
import io.fluxj.kustomize.kustomization.KustomizationReader;
import io.fluxj.kustomize.kustomization.Spelling;
import io.fluxj.kustomize.yaml.Bounds;
import java.util.Collection;
import java.util.Optional;

/** {@code kustomize build} as a function of files. Stateless; any number of builds may run at once. */
public final class Kustomize {

    private Kustomize() {}

    /**
     * Builds a directory.
     *
     * @param tree the files
     * @param directory the directory with the kustomization file, in the tree; {@code ""} for its root
     * @throws BuildException if the input does not build
     */
    public static BuildResult build(FileTree tree, String directory, BuildOptions options) {
        return Engine.build(tree, directory, options);
    }

    /**
     * The line of a field in the text of a kustomization file, or of the nearest field around it; 0 if there is none.
     *
     * @param field such as {@code patches[2].target}
     */
    public static int lineOf(String text, String field) {
        Limits limits = Limits.defaults();
        return new FieldLines(text, new Bounds(limits.nodes(), limits.depth())).of(field);
    }

    /**
     * The known field that was probably meant by one that is not known; empty if none is near.
     *
     * @param known the fields there are
     */
    public static Optional<String> likelyField(String written, Collection<String> known) {
        return Spelling.nearest(written, known);
    }

    /**
     * Reads one object from its text the way kustomize takes an object back after its text was changed (decrypted, or its variables
     * substituted): YAML 1.1 types ({@code yes} is a boolean), numbers as doubles, duplicate keys: the last wins.
     *
     * @throws BuildException if the text is not one YAML mapping
     */
    public static BuiltResource reread(String text) {
        Limits limits = Limits.defaults();
        return PrintedResource.reread(KustomizationReader.parse(text, new Bounds(limits.nodes(), limits.depth())));
    }
}
