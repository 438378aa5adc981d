@NullMarked
package io.fluxj.oci.signature;

import org.jspecify.annotations.NullMarked;
