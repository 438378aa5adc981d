/** The authority that is made at start and signs the certificates of the server and of its users. */
@NullMarked
package io.fluxj.kube.tls;

import org.jspecify.annotations.NullMarked;
