/** What all transformers have in common. */
@NullMarked
package io.fluxj.kustomize.filter;

import org.jspecify.annotations.NullMarked;
