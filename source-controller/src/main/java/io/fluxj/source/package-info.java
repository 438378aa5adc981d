/** The controller that fetches sources and offers them to others as artifacts. */
@NullMarked
package io.fluxj.source;

import org.jspecify.annotations.NullMarked;
