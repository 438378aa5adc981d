/** Values of charts: where they come from and how they are put together. */
@NullMarked
package io.fluxj.helm.values;

import org.jspecify.annotations.NullMarked;
