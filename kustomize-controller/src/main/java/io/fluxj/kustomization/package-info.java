/** The kustomize controller. */
@NullMarked
package io.fluxj.kustomization;

import org.jspecify.annotations.NullMarked;
