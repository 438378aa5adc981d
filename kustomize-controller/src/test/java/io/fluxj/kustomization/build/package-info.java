/** Tests of this package. */
@NullMarked
package io.fluxj.kustomization.build;

import org.jspecify.annotations.NullMarked;
