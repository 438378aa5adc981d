/** The functions of sprig and those that Helm adds, as far as they need no chart. */
@NullMarked
package io.fluxj.gotemplate.sprig;

import org.jspecify.annotations.NullMarked;
