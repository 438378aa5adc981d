/** Applying, pruning and judging sets of Kubernetes objects. */
@NullMarked
package io.fluxj.apply;

import org.jspecify.annotations.NullMarked;
