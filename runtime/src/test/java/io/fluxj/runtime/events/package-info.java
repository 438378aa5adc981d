@NullMarked
package io.fluxj.runtime.events;

import org.jspecify.annotations.NullMarked;
