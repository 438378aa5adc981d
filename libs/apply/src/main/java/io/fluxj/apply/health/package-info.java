/** Computes whether objects are ready, and waits until they are. */
@NullMarked
package io.fluxj.apply.health;

import org.jspecify.annotations.NullMarked;
