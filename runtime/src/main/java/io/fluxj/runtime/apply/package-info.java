/** How objects are applied by Flux's rules: markers, what is taken over, and the inventory of what was applied. */
@NullMarked
package io.fluxj.runtime.apply;

import org.jspecify.annotations.NullMarked;
