/** Artifacts in OCI registries: what they are called, what they consist of, and the port to a registry. */
@NullMarked
package io.fluxj.oci;

import org.jspecify.annotations.NullMarked;
