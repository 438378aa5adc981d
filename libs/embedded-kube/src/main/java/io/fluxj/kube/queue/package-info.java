/** Keys that wait for work. */
@NullMarked
package io.fluxj.kube.queue;

import org.jspecify.annotations.NullMarked;
