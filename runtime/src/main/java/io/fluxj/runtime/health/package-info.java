/** How an object's spec says that the objects it applied are judged: {@code spec.healthCheckExprs}. */
@NullMarked
package io.fluxj.runtime.health;

import org.jspecify.annotations.NullMarked;
