@NullMarked
package io.fluxj.net.proxy;

import org.jspecify.annotations.NullMarked;
