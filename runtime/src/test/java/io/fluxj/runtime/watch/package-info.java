@NullMarked
package io.fluxj.runtime.watch;

import org.jspecify.annotations.NullMarked;
