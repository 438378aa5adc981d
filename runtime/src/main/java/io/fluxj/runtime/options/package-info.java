/** Command line options shared by the controllers, in Go flag syntax. */
@NullMarked
package io.fluxj.runtime.options;

import org.jspecify.annotations.NullMarked;
