/** All controllers in one process. */
@NullMarked
package io.fluxj.suite;

import org.jspecify.annotations.NullMarked;
