/** Objects that wait for others of their kind: {@code spec.dependsOn}. */
@NullMarked
package io.fluxj.runtime.dependency;

import org.jspecify.annotations.NullMarked;
