/** Charts: what they consist of, and how they are loaded. */
@NullMarked
package io.fluxj.helm.chart;

import org.jspecify.annotations.NullMarked;
