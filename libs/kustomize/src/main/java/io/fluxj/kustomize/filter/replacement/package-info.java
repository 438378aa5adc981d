/** Copies values from one field to others. */
@NullMarked
package io.fluxj.kustomize.filter.replacement;

import org.jspecify.annotations.NullMarked;
