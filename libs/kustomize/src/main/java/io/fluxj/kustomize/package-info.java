/** Kustomize builds as pure functions over a file system. */
@NullMarked
package io.fluxj.kustomize;

import org.jspecify.annotations.NullMarked;
