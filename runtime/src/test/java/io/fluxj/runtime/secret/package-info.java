@NullMarked
package io.fluxj.runtime.secret;

import org.jspecify.annotations.NullMarked;
