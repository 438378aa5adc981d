/** Tests of this package. */
@NullMarked
package io.fluxj.kustomization.history;

import org.jspecify.annotations.NullMarked;
