/** How recordings are read, filled in, compared and told. */
@NullMarked
package io.fluxj.testkit.golden;

import org.jspecify.annotations.NullMarked;
