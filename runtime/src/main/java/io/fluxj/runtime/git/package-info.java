/** What GitRepositories and their Secrets say of a repository: who we are to it, and what is wanted of it. */
@NullMarked
package io.fluxj.runtime.git;

import org.jspecify.annotations.NullMarked;
