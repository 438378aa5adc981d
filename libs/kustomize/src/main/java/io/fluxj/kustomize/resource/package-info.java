/** Objects in the making: nodes with their history, and collections of them. */
@NullMarked
package io.fluxj.kustomize.resource;

import org.jspecify.annotations.NullMarked;
