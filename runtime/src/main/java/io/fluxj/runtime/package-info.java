/** What every controller is made of. */
@NullMarked
package io.fluxj.runtime;

import org.jspecify.annotations.NullMarked;
