/** The substitution of texts against the corpus and beyond. */
@NullMarked
package io.fluxj.substitution;

import org.jspecify.annotations.NullMarked;
