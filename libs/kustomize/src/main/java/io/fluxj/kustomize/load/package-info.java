/** Reading files as a kustomization may: inside its bounds, noting what was read. */
@NullMarked
package io.fluxj.kustomize.load;

import org.jspecify.annotations.NullMarked;
