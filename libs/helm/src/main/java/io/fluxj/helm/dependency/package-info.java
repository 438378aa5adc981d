/** Adds the charts that a chart depends on and does not hold. */
@NullMarked
package io.fluxj.helm.dependency;

import org.jspecify.annotations.NullMarked;
