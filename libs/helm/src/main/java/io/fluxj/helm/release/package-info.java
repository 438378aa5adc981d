/** Releases as Helm stores them. */
@NullMarked
package io.fluxj.helm.release;

import org.jspecify.annotations.NullMarked;
