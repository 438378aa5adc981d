/** A Kubernetes API inside this JVM. */
@NullMarked
package io.fluxj.kube;

import org.jspecify.annotations.NullMarked;
