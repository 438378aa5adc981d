package io.fluxj.runtime.identity;

import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;

/** A cloud that keeps Git repositories and lets those in for whom it vouches. */
@FunctionalInterface
public interface GitCloud {
    /**
     * What to show to the server of a repository.
     *
     * @param caller asks the cloud
     * @throws IdentityException when the address is none of this cloud's, or it does not vouch
     */
    GitCredentials login(GitUrl url, Principal who, Caller caller) throws IdentityException;
}
