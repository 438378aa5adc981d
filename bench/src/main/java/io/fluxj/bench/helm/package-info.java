/** How fast charts are rendered. */
@NullMarked
package io.fluxj.bench.helm;

import org.jspecify.annotations.NullMarked;
