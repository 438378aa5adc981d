/** Rules of single built-in kinds: defaults, validation, what may not change. */
@NullMarked
package io.fluxj.kube.kinds;

import org.jspecify.annotations.NullMarked;
