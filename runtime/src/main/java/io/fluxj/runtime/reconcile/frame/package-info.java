/** The frame that every kind is reconciled in: permits, finalizer, status patches, back-off, triggers. No kind sees it but where it is wired. */
@NullMarked
package io.fluxj.runtime.reconcile.frame;

import org.jspecify.annotations.NullMarked;
