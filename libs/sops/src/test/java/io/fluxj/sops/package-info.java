/** Tests of decryption as a whole. */
@NullMarked
package io.fluxj.sops;

import org.jspecify.annotations.NullMarked;
