/** Whose signature a commit or tag carries. */
@NullMarked
package io.fluxj.git.verify;

import org.jspecify.annotations.NullMarked;
