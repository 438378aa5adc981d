/** Log lines in the shape that Flux's have. */
@NullMarked
package io.fluxj.runtime.log;

import org.jspecify.annotations.NullMarked;
