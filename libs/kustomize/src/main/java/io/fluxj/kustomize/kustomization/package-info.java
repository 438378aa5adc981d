/** The kustomization file as values. */
@NullMarked
package io.fluxj.kustomize.kustomization;

import org.jspecify.annotations.NullMarked;
