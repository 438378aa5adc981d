/** Tests of this package. */
@NullMarked
package io.fluxj.kustomization.postbuild;

import org.jspecify.annotations.NullMarked;
