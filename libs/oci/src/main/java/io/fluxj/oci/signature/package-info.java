/** Signatures of artifacts, kept beside them in the registry. */
@NullMarked
package io.fluxj.oci.signature;

import org.jspecify.annotations.NullMarked;
