/** Flux's kinds by the names that the command line gives them. */
@NullMarked
package io.fluxj.cli.kind;

import org.jspecify.annotations.NullMarked;
