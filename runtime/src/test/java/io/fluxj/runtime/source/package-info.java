@NullMarked
package io.fluxj.runtime.source;

import org.jspecify.annotations.NullMarked;
