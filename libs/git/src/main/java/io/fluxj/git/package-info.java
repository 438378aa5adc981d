/** Remote Git repositories. */
@NullMarked
package io.fluxj.git;

import org.jspecify.annotations.NullMarked;
