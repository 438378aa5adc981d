@NullMarked
package io.fluxj.runtime.proxy;

import org.jspecify.annotations.NullMarked;
