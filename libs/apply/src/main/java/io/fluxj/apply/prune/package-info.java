/** Deletes what an owner no longer wants. */
@NullMarked
package io.fluxj.apply.prune;

import org.jspecify.annotations.NullMarked;
