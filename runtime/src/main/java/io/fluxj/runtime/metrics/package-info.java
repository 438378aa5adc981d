/** The metrics of the reference, by their own names. */
@NullMarked
package io.fluxj.runtime.metrics;

import org.jspecify.annotations.NullMarked;
