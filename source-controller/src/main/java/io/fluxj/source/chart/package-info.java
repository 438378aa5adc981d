/** The HelmChart kind. */
@NullMarked
package io.fluxj.source.chart;

import org.jspecify.annotations.NullMarked;
