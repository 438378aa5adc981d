/** The chart: rendered by our engine as by the real helm, and installed by the real helm. */
@NullMarked
package io.fluxj.deploy.chart;

import org.jspecify.annotations.NullMarked;
