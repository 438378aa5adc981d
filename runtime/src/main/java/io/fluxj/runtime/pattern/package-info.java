/** Regular expressions that users write, in Go's syntax, in linear time and bounded memory. */
@NullMarked
package io.fluxj.runtime.pattern;

import org.jspecify.annotations.NullMarked;
