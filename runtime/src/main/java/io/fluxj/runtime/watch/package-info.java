/** What is watched: the objects of a kind itself, and others that wake them. */
@NullMarked
package io.fluxj.runtime.watch;

import org.jspecify.annotations.NullMarked;
