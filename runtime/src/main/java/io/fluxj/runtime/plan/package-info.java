/** Plans: what would be done, in words, and where they are kept. */
@NullMarked
package io.fluxj.runtime.plan;

import org.jspecify.annotations.NullMarked;
