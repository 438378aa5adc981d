/** Plays the recorded scenarios of source-controller. */
@NullMarked
package io.fluxj.source.golden;

import org.jspecify.annotations.NullMarked;
