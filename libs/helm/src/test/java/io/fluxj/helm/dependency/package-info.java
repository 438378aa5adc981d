/** Tests of what charts depend on. */
@NullMarked
package io.fluxj.helm.dependency;

import org.jspecify.annotations.NullMarked;
