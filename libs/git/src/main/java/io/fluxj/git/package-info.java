/** Remote Git repositories: what a reference points to, and the files of the commit it points to. */
@NullMarked
package io.fluxj.git;

import org.jspecify.annotations.NullMarked;
