/** Helm repositories as charts are looked for and fetched there: with an index, or in a registry. */
@NullMarked
package io.fluxj.source.chart.repository;

import org.jspecify.annotations.NullMarked;
