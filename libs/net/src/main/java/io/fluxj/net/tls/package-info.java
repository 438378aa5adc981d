/** Whom to trust over TLS, and whom to be, from PEM texts. */
@NullMarked
package io.fluxj.net.tls;

import org.jspecify.annotations.NullMarked;
