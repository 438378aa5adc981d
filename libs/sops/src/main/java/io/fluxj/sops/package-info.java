/** Decrypts SOPS documents: {@link io.fluxj.sops.Decryption} takes the bytes of a file and gives those of its plain text. */
@NullMarked
package io.fluxj.sops;

import org.jspecify.annotations.NullMarked;
