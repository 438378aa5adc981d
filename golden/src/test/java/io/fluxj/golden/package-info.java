/** How recordings are found, compared and counted. */
@NullMarked
package io.fluxj.golden;

import org.jspecify.annotations.NullMarked;
