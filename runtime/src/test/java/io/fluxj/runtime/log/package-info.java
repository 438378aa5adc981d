@NullMarked
package io.fluxj.runtime.log;

import org.jspecify.annotations.NullMarked;
