package io.fluxj.source.git;

import io.fluxj.git.GitReference;
import io.fluxj.git.GitRemote;

/**
 * Where to fetch from and what.
 *
 * @param remote the repository
 * @param reference what is wanted of it
 * @param hint what may be the matter when the server does not let us in; empty for nothing
 */
record GitSource(GitRemote remote, GitReference reference, String hint) {}
