@NullMarked
package io.fluxj.oci;

import org.jspecify.annotations.NullMarked;
