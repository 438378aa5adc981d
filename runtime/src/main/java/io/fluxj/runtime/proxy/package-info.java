/** Proxies that the environment names. */
@NullMarked
package io.fluxj.runtime.proxy;

import org.jspecify.annotations.NullMarked;
