/** From a chart and the values of its user to what its templates see. */
@NullMarked
package io.fluxj.helm.compose;

import org.jspecify.annotations.NullMarked;
