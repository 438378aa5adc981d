/** Tests of this package. */
@NullMarked
package io.fluxj.kustomization.dependency;

import org.jspecify.annotations.NullMarked;
