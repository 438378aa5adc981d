/** Objects in memory under one revision counter, and the log of their changes. */
@NullMarked
package io.fluxj.kube.store;

import org.jspecify.annotations.NullMarked;
