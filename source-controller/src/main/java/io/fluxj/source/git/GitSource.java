package io.fluxj.source.git;

import io.fluxj.git.GitReference;
import io.fluxj.git.GitRemote;

/**
 * Where to fetch from and what.
 *
 * @param remote the repository
 * @param reference what is wanted of it
 */
record GitSource(GitRemote remote, GitReference reference) {}
