/** What a kind sees of its reconciliation: passes, outcomes, failures, conditions, rules. */
@NullMarked
package io.fluxj.runtime.reconcile;

import org.jspecify.annotations.NullMarked;
