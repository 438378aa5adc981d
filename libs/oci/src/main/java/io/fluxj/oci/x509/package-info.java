/** What signatures of several kinds need of certificates. */
@NullMarked
package io.fluxj.oci.x509;

import org.jspecify.annotations.NullMarked;
