/** All controllers and a Kubernetes API in one process. */
@NullMarked
package io.fluxj.sandbox;

import org.jspecify.annotations.NullMarked;
