/** Selecting objects by patterns, labels and annotations. */
@NullMarked
package io.fluxj.kustomize.select;

import org.jspecify.annotations.NullMarked;
