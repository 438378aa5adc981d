/** Appends hashes of their content to the names of generated objects. */
@NullMarked
package io.fluxj.kustomize.filter.hash;

import org.jspecify.annotations.NullMarked;
