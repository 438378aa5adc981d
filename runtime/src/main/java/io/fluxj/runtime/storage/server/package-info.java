/** Serves the store of artifacts over HTTP. */
@NullMarked
package io.fluxj.runtime.storage.server;

import org.jspecify.annotations.NullMarked;
