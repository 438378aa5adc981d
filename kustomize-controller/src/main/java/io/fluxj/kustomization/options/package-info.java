/** The controller's flags and feature gates. */
@NullMarked
package io.fluxj.kustomization.options;

import org.jspecify.annotations.NullMarked;
