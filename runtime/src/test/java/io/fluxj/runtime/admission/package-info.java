/** What the Kubernetes API lets pass of Flux's kinds. */
@NullMarked
package io.fluxj.runtime.admission;

import org.jspecify.annotations.NullMarked;
