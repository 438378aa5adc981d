/** Where and as whom an object applies: the cluster of its kubeconfig or this one, its service account or the controller itself. */
@NullMarked
package io.fluxj.runtime.target;

import org.jspecify.annotations.NullMarked;
