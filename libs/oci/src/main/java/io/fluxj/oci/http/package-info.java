/** The OCI distribution protocol over the JDK's HTTP client. */
@NullMarked
package io.fluxj.oci.http;

import org.jspecify.annotations.NullMarked;
