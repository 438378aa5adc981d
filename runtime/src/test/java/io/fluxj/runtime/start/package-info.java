@NullMarked
package io.fluxj.runtime.start;

import org.jspecify.annotations.NullMarked;
