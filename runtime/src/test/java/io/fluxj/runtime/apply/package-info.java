@NullMarked
package io.fluxj.runtime.apply;

import org.jspecify.annotations.NullMarked;
