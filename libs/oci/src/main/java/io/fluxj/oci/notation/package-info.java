/** Signatures of the Notary Project. */
@NullMarked
package io.fluxj.oci.notation;

import org.jspecify.annotations.NullMarked;
