package io.fluxj.kustomization.build;

import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Artifacts for tests. */
public final class Artifacts {

    private Artifacts() {}

    /** Files in a folder of their own. */
    public static FileTree of(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
        return DirectoryTree.of(folder);
    }
}
