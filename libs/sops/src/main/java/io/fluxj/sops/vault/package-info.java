/** Asks the transit engine of HashiCorp Vault or OpenBao. */
@NullMarked
package io.fluxj.sops.vault;

import org.jspecify.annotations.NullMarked;
