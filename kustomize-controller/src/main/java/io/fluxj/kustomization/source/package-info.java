/** Where the manifests come from: {@code spec.sourceRef}. */
@NullMarked
package io.fluxj.kustomization.source;

import org.jspecify.annotations.NullMarked;
