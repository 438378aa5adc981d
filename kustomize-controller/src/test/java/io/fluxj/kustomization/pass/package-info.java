/** Tests of this package. */
@NullMarked
package io.fluxj.kustomization.pass;

import org.jspecify.annotations.NullMarked;
