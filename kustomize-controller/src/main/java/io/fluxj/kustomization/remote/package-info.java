/** Bases that a kustomization names by URL. */
@NullMarked
package io.fluxj.kustomization.remote;

import org.jspecify.annotations.NullMarked;
