/** Bases that a kustomization names by URL. */
@NullMarked
package io.fluxj.manifest.remote;

import org.jspecify.annotations.NullMarked;
