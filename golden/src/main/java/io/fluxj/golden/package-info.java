/**
 * Recorded cases as tests: reads them from the shipped folder or another one, makes one test of each, shows what differs and counts. Knows neither
 * Kubernetes nor Flux, so that every module can use it.
 */
@NullMarked
package io.fluxj.golden;

import org.jspecify.annotations.NullMarked;
