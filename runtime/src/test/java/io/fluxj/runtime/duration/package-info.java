@NullMarked
package io.fluxj.runtime.duration;

import org.jspecify.annotations.NullMarked;
