/** Tests of this package. */
@NullMarked
package io.fluxj.kustomization.generate;

import org.jspecify.annotations.NullMarked;
