/** How charts are packaged. */
@NullMarked
package io.fluxj.helm.chart;

import org.jspecify.annotations.NullMarked;
