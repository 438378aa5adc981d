package io.fluxj.source.git;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryInclude;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What is laid into a repository's files.
 *
 * @param include how the spec asks for it
 * @param owner the other GitRepository
 * @param artifact its artifact
 */
record Included(GitRepositoryInclude include, GitRepository owner, Artifact artifact) {
    /** Name of the other GitRepository. */
    String name() {
        return include.repository().name();
    }

    /** What is taken of the artifact; empty for all of it. */
    String from() {
        return include.fromPath() == null ? "" : include.fromPath();
    }

    /** Where it goes, by default to a folder that is called like the other GitRepository. */
    String to() {
        return include.toPath() == null || include.toPath().isEmpty() ? name() : include.toPath();
    }

    /** Whether this is the revision, byte for byte, that was laid in before. */
    boolean isSameAs(Artifact before) {
        return before.revision().equals(artifact.revision()) && before.digest().equals(artifact.digest());
    }

    /** Where a path leads inside a folder; it cannot lead out: {@code ..} at the top stays there, as in Flux. */
    static Path inside(Path folder, String path) {
        Path place = folder;
        for (String part : path.split("/", -1)) {
            switch (part) {
                case "", "." -> {}
                case ".." -> place = place.equals(folder) ? folder : Objects.requireNonNull(place.getParent());
                default -> place = place.resolve(part);
            }
        }
        return place;
    }
}
