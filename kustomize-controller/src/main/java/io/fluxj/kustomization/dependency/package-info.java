/** Kustomizations that wait for others: {@code spec.dependsOn}. */
@NullMarked
package io.fluxj.kustomization.dependency;

import org.jspecify.annotations.NullMarked;
