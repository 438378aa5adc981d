/** The frame that every kind is reconciled in: failures, conditions, passes, outcomes. */
@NullMarked
package io.fluxj.runtime.reconcile;

import org.jspecify.annotations.NullMarked;
