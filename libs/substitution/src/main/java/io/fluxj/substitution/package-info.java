/** Shell-like variable substitution in text. */
@NullMarked
package io.fluxj.substitution;

import org.jspecify.annotations.NullMarked;
