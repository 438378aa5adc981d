/** Tests of Helm repositories. */
@NullMarked
package io.fluxj.source.chart.repository;

import org.jspecify.annotations.NullMarked;
