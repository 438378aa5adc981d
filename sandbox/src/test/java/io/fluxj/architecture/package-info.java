/** Holds the arrows between the modules. */
@NullMarked
package io.fluxj.architecture;

import org.jspecify.annotations.NullMarked;
