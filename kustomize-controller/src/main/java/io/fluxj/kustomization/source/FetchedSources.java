package io.fluxj.kustomization.source;

import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.FileTree;
import io.fluxj.kustomize.SideBySideTree;
import io.fluxj.runtime.artifact.ArtifactCache;
import io.fluxj.runtime.artifact.ArtifactFailure;
import io.fluxj.runtime.artifact.UnpackedArtifact;
import io.fluxj.runtime.source.ResolvedSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The unpacked artifacts of a set of sources, kept as long as this is open. */
public final class FetchedSources implements AutoCloseable {

    private final SourceSet sources;
    private final List<UnpackedArtifact> artifacts = new ArrayList<>();

    private FetchedSources(SourceSet sources) {
        this.sources = sources;
    }

    /** Whether {@link #fetch} would answer at once. */
    public static boolean areHere(ArtifactCache cache, SourceSet sources) throws ArtifactFailure {
        for (ResolvedSource source : sources.all()) {
            if (!cache.holds(source.remote())) {
                return false;
            }
        }
        return true;
    }

    /**
     * All artifacts, from the network those that are not here yet.
     *
     * @throws ArtifactFailure why one cannot be used
     */
    public static FetchedSources fetch(ArtifactCache cache, SourceSet sources)
            throws ArtifactFailure, InterruptedException {
        FetchedSources fetched = new FetchedSources(sources);
        boolean complete = false;
        try {
            for (ResolvedSource source : sources.all()) {
                fetched.artifacts.add(cache.fetch(source.remote()));
            }
            complete = true;
            return fetched;
        } finally {
            if (!complete) {
                fetched.close();
            }
        }
    }

    /** The files: of a single source as they are, of several each below the name of its source. */
    public FileTree tree() throws IOException {
        if (sources.isSingle()) {
            return DirectoryTree.of(artifacts.getFirst().root());
        }
        TreeMap<String, FileTree> trees = new TreeMap<>();
        for (int i = 0; i < artifacts.size(); i++) {
            trees.put(
                    sources.all().get(i).name().name(),
                    DirectoryTree.of(artifacts.get(i).root()));
        }
        return new SideBySideTree(trees);
    }

    @Override
    public void close() {
        artifacts.forEach(UnpackedArtifact::close);
    }
}
