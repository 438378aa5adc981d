/** Encrypted values, and the walk over a file that opens them. */
@NullMarked
package io.fluxj.sops.cipher;

import org.jspecify.annotations.NullMarked;
