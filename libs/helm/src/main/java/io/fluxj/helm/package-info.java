/** Helm charts without Helm: what {@code helm template} prints, byte for byte. */
@NullMarked
package io.fluxj.helm;

import org.jspecify.annotations.NullMarked;
