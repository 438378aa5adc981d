/** Reads Secrets and ConfigMaps directly, and keeps their values out of messages. */
@NullMarked
package io.fluxj.runtime.secret;

import org.jspecify.annotations.NullMarked;
