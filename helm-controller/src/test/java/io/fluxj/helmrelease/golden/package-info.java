/** Scenarios that the real controllers were recorded in, replayed. */
@NullMarked
package io.fluxj.helmrelease.golden;

import org.jspecify.annotations.NullMarked;
