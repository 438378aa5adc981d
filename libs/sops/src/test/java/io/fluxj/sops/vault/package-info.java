/** Tests against a server of the transit engine's API. */
@NullMarked
package io.fluxj.sops.vault;

import org.jspecify.annotations.NullMarked;
