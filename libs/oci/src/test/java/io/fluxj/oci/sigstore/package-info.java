@NullMarked
package io.fluxj.oci.sigstore;

import org.jspecify.annotations.NullMarked;
