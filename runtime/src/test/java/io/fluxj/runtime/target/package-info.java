@NullMarked
package io.fluxj.runtime.target;

import org.jspecify.annotations.NullMarked;
