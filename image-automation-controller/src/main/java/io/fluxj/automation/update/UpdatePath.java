package io.fluxj.automation.update;

import io.fluxj.git.GitException;
import io.fluxj.git.TreeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that an update looks at.
 *
 * @param files in the order of their paths
 */
record UpdatePath(List<Found> files) {
    /**
     * A file.
     *
     * @param shown its path below the update's path, or that of a link to it
     */
    record Found(TreeFile file, String shown) {}

    static UpdatePath resolve(TreeFiles tree, String path) throws GitException, PathNotFoundException {
        String root = tree.resolve(path).orElseThrow(() -> new PathNotFoundException(path));
        Optional<TreeFile> single = tree.file(root);
        if (single.isPresent()) {
            String name = root.substring(root.lastIndexOf('/') + 1);
            return new UpdatePath(isManifest(name) ? List.of(new Found(single.get(), name)) : List.of());
        }
        List<TreeFile> below = tree.below(root);
        if (below.isEmpty() && !root.isEmpty()) {
            throw new PathNotFoundException(root);
        }
        return new UpdatePath(manifests(tree, below, root.isEmpty() ? 0 : root.length() + 1));
    }

    private static List<Found> manifests(TreeFiles tree, List<TreeFile> below, int prefix) throws GitException {
        List<Found> found = new ArrayList<>();
        for (TreeFile file : below) {
            String shown = file.path().substring(prefix);
            Optional<TreeFile> content =
                    switch (file.kind()) {
                        case FILE -> Optional.of(file);
                        case LINK -> isManifest(name(file)) ? tree.followed(file) : Optional.empty();
                        case SUBMODULE -> Optional.empty();
                    };
            content.filter(_ -> isManifest(name(file))).ifPresent(target -> found.add(new Found(target, shown)));
        }
        return found;
    }

    private static String name(TreeFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    private static boolean isManifest(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.equals("Kustomization");
    }
}
