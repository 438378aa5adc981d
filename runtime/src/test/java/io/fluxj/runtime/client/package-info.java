@NullMarked
package io.fluxj.runtime.client;

import org.jspecify.annotations.NullMarked;
