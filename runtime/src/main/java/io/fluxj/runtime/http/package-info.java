/** One HTTP server for all that a controller serves, with bounds on what a client may cost. What answers is a function and knows no server library. */
@NullMarked
package io.fluxj.runtime.http;

import org.jspecify.annotations.NullMarked;
