/** Tests of what is wanted of a Git repository. */
@NullMarked
package io.fluxj.runtime.git;

import org.jspecify.annotations.NullMarked;
