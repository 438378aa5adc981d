/** Reads Secrets and ConfigMaps directly, tells what they mean, and keeps their values out of messages. */
@NullMarked
package io.fluxj.runtime.secret;

import org.jspecify.annotations.NullMarked;
