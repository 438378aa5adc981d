/** Manifests: splitting, hooks, the order in which they are installed. */
@NullMarked
package io.fluxj.helm.manifest;

import org.jspecify.annotations.NullMarked;
