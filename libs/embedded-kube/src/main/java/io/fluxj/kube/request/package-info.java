/** From an HTTP request to a verb on a resource and its answer. */
@NullMarked
package io.fluxj.kube.request;

import org.jspecify.annotations.NullMarked;
