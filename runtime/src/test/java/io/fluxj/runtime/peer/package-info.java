@NullMarked
package io.fluxj.runtime.peer;

import org.jspecify.annotations.NullMarked;
