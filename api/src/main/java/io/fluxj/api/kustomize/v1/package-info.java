/** Applying sources to a cluster. Group {@code kustomize.toolkit.fluxcd.io}, version {@code v1}. */
@NullMarked
package io.fluxj.api.kustomize.v1;

import org.jspecify.annotations.NullMarked;
