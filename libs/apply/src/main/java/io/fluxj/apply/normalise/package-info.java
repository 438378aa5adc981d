/** Brings manifests into the form in which they are applied. */
@NullMarked
package io.fluxj.apply.normalise;

import org.jspecify.annotations.NullMarked;
