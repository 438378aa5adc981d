/** A third kind, thrown away after the test, as a trial of what the runtime gives to a controller. */
@NullMarked
package io.fluxj.runtime.trial;

import org.jspecify.annotations.NullMarked;
