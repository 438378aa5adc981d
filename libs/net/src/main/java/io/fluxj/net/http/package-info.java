/** GETs within a deadline, whose answers are read as streams. */
@NullMarked
package io.fluxj.net.http;

import org.jspecify.annotations.NullMarked;
