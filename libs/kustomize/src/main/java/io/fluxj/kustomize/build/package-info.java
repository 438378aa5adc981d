/** Accumulating kustomizations: what goes in, in which order it is changed, what comes out. */
@NullMarked
package io.fluxj.kustomize.build;

import org.jspecify.annotations.NullMarked;
