/** Follows live objects by watches. */
@NullMarked
package io.fluxj.apply.live;

import org.jspecify.annotations.NullMarked;
