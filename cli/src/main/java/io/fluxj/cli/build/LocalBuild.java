package io.fluxj.cli.build;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.archive.IgnoreFiles;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.FileTree;
import io.fluxj.kustomize.RemoteBases;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.manifest.BuildRequest;
import io.fluxj.manifest.ManifestBuilder;
import io.fluxj.manifest.PreparedBuild;
import io.fluxj.manifest.postbuild.VariableLoader;
import io.fluxj.manifest.postbuild.Variables;
import io.fluxj.runtime.apply.FluxMarkers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * A folder of this machine built as a Kustomization says. What it holds encrypted stays so: nobody has the keys here.
 *
 * @param session of the command
 * @param strict whether a variable without a value is an error
 * @param ignored patterns of what is left out
 * @param asks whether variables may be read from the cluster
 */
record LocalBuild(Session session, boolean strict, List<String> ignored, boolean asks) {
    static final FluxMarkers MARKERS = new FluxMarkers("kustomize.toolkit.fluxcd.io", "kustomize-controller");

    /** Ready to be built, from files around the folder too, for kustomizations name each other by relative paths. */
    PreparedBuild prepare(Kustomization object, Path folder) {
        try {
            Path local = folder.toRealPath();
            FileTree files = IgnoringTree.of(DirectoryTree.of(local.getRoot()), local, IgnoreFiles.in(local), ignored);
            BuildRequest request = BuildRequest.of(object.getSpec(), variables(object))
                    .inDirectory(local.getRoot().relativize(local).toString())
                    .ownedBy(MARKERS.ownership(object).labels());
            return new ManifestBuilder(RemoteBases.refused(), strict).prepare(files, request);
        } catch (BuildFailure failed) {
            throw failure(object, failed);
        } catch (IOException unreadable) {
            throw new CommandFailure("cannot read " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private Variables variables(Kustomization object) {
        var postBuild = object.getSpec().postBuild();
        if (asks || postBuild == null) {
            return new VariableLoader(new ClusterVariables(session))
                    .load(postBuild, String.valueOf(object.getMetadata().getNamespace()));
        }
        return Variables.of(new TreeMap<>(postBuild.substitute()));
    }

    static CommandFailure failure(Kustomization object, BuildFailure failed) {
        return new CommandFailure(
                "failed to build kustomization '" + object.getMetadata().getName() + "': " + failed.getMessage(),
                failed);
    }
}
