/** The controller's flags and feature gates. */
@NullMarked
package io.fluxj.helmrelease.options;

import org.jspecify.annotations.NullMarked;
