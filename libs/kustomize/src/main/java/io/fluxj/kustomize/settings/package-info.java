/** Field specs of the built-in transformers, and what users add to them. */
@NullMarked
package io.fluxj.kustomize.settings;

import org.jspecify.annotations.NullMarked;
