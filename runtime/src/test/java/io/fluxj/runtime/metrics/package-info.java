@NullMarked
package io.fluxj.runtime.metrics;

import org.jspecify.annotations.NullMarked;
