/** Random kustomizations, to compare the engine with the real kustomize and to hold it to its rules. */
@NullMarked
package io.fluxj.kustomize.random;

import org.jspecify.annotations.NullMarked;
