/** Remembers what was applied, so that an unchanged set costs one metadata list per kind. */
@NullMarked
package io.fluxj.apply.memory;

import org.jspecify.annotations.NullMarked;
