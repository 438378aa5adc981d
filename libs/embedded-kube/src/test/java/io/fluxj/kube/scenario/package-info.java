/** Scenarios that a real API server answered before, and that this one must answer alike. */
@NullMarked
package io.fluxj.kube.scenario;

import org.jspecify.annotations.NullMarked;
