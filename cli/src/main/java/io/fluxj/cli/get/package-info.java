/** {@code fluxj get}: tables of Flux's objects. */
@NullMarked
package io.fluxj.cli.get;

import org.jspecify.annotations.NullMarked;
