/** Kubernetes Events and their twins POSTed to the events address. */
@NullMarked
package io.fluxj.runtime.events;

import org.jspecify.annotations.NullMarked;
