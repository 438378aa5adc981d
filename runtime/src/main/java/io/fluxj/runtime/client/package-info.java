/** The Kubernetes client of a controller: counted and, where the server does not do it, limited. */
@NullMarked
package io.fluxj.runtime.client;

import org.jspecify.annotations.NullMarked;
