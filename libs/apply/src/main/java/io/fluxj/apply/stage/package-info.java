/** Applies manifests in stages by server-side apply, writing only what differs. */
@NullMarked
package io.fluxj.apply.stage;

import org.jspecify.annotations.NullMarked;
