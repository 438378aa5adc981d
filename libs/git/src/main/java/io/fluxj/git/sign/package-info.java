/** Signatures on commits. */
@NullMarked
package io.fluxj.git.sign;

import org.jspecify.annotations.NullMarked;
