package io.fluxj.kustomize.cli;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.BuildResult;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.Kustomize;
import java.io.IOException;
import java.nio.file.Path;

/** Builds directories of this machine: the tree is its whole file system. */
final class LocalBuild {

    private LocalBuild() {}

    static BuildResult of(Path directory, BuildOptions options) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        Path root = absolute.getRoot();
        return Kustomize.build(DirectoryTree.of(root), root.relativize(absolute).toString(), options);
    }

    /** The message of a failure, with paths as they are on this machine. */
    static String message(BuildException failure) {
        StringBuilder text = new StringBuilder();
        failure.kustomization().ifPresent(path -> text.append('/').append(path).append(": "));
        failure.field().ifPresent(field -> text.append(field).append(": "));
        boolean same = failure.file().equals(failure.kustomization());
        if (!same) {
            failure.file().ifPresent(path -> text.append('/').append(path));
        }
        failure.line().ifPresent(line -> text.append(same ? "line " : ":").append(line));
        if (failure.file().isPresent() || failure.line().isPresent()) {
            text.append(text.toString().endsWith(": ") ? "" : ": ");
        }
        failure.object().ifPresent(object -> text.append(object).append(": "));
        text.append(failure.what());
        failure.hint().ifPresent(hint -> text.append("\n  ").append(hint));
        return text.toString();
    }
}
