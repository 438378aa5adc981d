@NullMarked
package io.fluxj.oci.http;

import org.jspecify.annotations.NullMarked;
