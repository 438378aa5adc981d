@NullMarked
package io.fluxj.runtime.reconcile;

import org.jspecify.annotations.NullMarked;
