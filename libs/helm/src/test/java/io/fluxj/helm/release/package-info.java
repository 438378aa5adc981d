/** Stored releases. */
@NullMarked
package io.fluxj.helm.release;

import org.jspecify.annotations.NullMarked;
