/** {@link io.fluxj.git.GitRemote} by JGit. */
@NullMarked
package io.fluxj.git.jgit;

import org.jspecify.annotations.NullMarked;
