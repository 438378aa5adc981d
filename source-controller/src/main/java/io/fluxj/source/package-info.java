/** The source controller. */
@NullMarked
package io.fluxj.source;

import org.jspecify.annotations.NullMarked;
