/** Proxies on the way to a server. */
@NullMarked
package io.fluxj.net.proxy;

import org.jspecify.annotations.NullMarked;
