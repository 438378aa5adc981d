@NullMarked
package io.fluxj.runtime.options;

import org.jspecify.annotations.NullMarked;
