/** Durations in the notation of Go. */
@NullMarked
package io.fluxj.runtime.duration;

import org.jspecify.annotations.NullMarked;
