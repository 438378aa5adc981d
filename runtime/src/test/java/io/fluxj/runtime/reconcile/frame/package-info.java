@NullMarked
package io.fluxj.runtime.reconcile.frame;

import org.jspecify.annotations.NullMarked;
