@NullMarked
package io.fluxj.cel;

import org.jspecify.annotations.NullMarked;
