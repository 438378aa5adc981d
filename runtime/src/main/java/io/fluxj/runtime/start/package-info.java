/** The life of a controller process: start, serve, lead, stop. */
@NullMarked
package io.fluxj.runtime.start;

import org.jspecify.annotations.NullMarked;
