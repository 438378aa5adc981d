/** Signatures without keys: a certificate that tells who signed, a log that tells when. Source: Sigstore's specifications of clients, bundles and trusted roots. */
@NullMarked
package io.fluxj.oci.sigstore;

import org.jspecify.annotations.NullMarked;
