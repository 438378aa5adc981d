package io.fluxj.source.git;

import io.fluxj.api.source.v1.GitRepository;
import java.util.Optional;

/** The GitRepositories that others include. */
@FunctionalInterface
public interface Neighbours {
    /** The GitRepository of that name; empty when there is none. */
    Optional<GitRepository> find(String namespace, String name);
}
