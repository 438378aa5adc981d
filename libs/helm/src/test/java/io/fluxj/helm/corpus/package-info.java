/** Recorded runs of the real tools. */
@NullMarked
package io.fluxj.helm.corpus;

import org.jspecify.annotations.NullMarked;
