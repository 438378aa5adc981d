/** Charts that mean harm. */
@NullMarked
package io.fluxj.helm.hostile;

import org.jspecify.annotations.NullMarked;
