/** Opens OpenPGP messages with secret keys. */
@NullMarked
package io.fluxj.sops.pgp;

import org.jspecify.annotations.NullMarked;
