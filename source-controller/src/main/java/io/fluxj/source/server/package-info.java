/** Serves the store of artifacts over HTTP. */
@NullMarked
package io.fluxj.source.server;

import org.jspecify.annotations.NullMarked;
