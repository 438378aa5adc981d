/** Expressions in the language CEL, in the environment that Flux gives to them. */
@NullMarked
package io.fluxj.cel;

import org.jspecify.annotations.NullMarked;
