@NullMarked
package io.fluxj.source.oci;

import org.jspecify.annotations.NullMarked;
