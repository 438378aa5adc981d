package io.fluxj.kustomization.source;

import io.fluxj.api.source.v1.GitRepository;
import java.util.Optional;

/** Looks sources up, normally in what is being watched. */
@FunctionalInterface
public interface Sources {

    /** A GitRepository; empty when there is none of that name. */
    Optional<GitRepository> gitRepository(String namespace, String name);
}
