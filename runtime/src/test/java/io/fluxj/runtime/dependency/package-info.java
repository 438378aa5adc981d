@NullMarked
package io.fluxj.runtime.dependency;

import org.jspecify.annotations.NullMarked;
