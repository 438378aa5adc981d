/** The block that sops adds to a file: who can open it, which values are encrypted, the code over all of them. */
@NullMarked
package io.fluxj.sops.metadata;

import org.jspecify.annotations.NullMarked;
