/** Custom resources: registration, defaults, pruning, validation. */
@NullMarked
package io.fluxj.kube.crd;

import org.jspecify.annotations.NullMarked;
