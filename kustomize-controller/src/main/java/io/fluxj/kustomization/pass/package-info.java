/** The steps of one pass over a Kustomization. */
@NullMarked
package io.fluxj.kustomization.pass;

import org.jspecify.annotations.NullMarked;
