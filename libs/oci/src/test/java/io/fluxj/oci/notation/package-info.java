@NullMarked
package io.fluxj.oci.notation;

import org.jspecify.annotations.NullMarked;
