package io.fluxj.manifest.generate;

import io.fluxj.kustomize.FileTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the manifests of a directory that has no kustomization file: all {@code *.yaml} and {@code *.yml} below it, and
 * each sub-directory with a kustomization file of its own as one entry that is not looked into.
 */
final class DirectoryScan {

    private static final int DEEPEST = 200;

    /** Rules for the sops command; it lies beside the manifests that it encrypts. */
    private static final String SOPS_CONFIGURATION = ".sops.yaml";

    private final FileTree tree;
    private final String root;
    private final KustomizationFiles kustomizations;
    private final List<String> found = new ArrayList<>();

    private DirectoryScan(FileTree tree, String root) {
        this.tree = tree;
        this.root = root;
        this.kustomizations = new KustomizationFiles(tree);
    }

    /** Paths of the form {@code ./a/b.yaml}, relative to the directory, in walking order. */
    static List<String> of(FileTree tree, String directory) throws IOException {
        DirectoryScan scan = new DirectoryScan(tree, directory);
        scan.walk(".", 0);
        return List.copyOf(scan.found);
    }

    private void walk(String relative, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("'%s' is nested more than %d directories deep".formatted(relative, DEEPEST));
        }
        for (String name : tree.list(ArtifactPaths.join(root, relative))) {
            visit(relative + "/" + name, depth);
        }
    }

    private void visit(String relative, int depth) throws IOException {
        String place = ArtifactPaths.join(root, relative);
        if (tree.isDirectory(place)) {
            if (kustomizations.of(place).isPresent()) {
                found.add(relative);
            } else {
                walk(relative, depth + 1);
            }
        } else if (isManifest(relative)) {
            found.add(relative);
        }
    }

    private static boolean isManifest(String relative) {
        return (relative.endsWith(".yaml") || relative.endsWith(".yml"))
                && !relative.endsWith("/" + SOPS_CONFIGURATION);
    }
}
