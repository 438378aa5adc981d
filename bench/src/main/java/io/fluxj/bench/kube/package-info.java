/** What the embedded Kubernetes API takes: writes a second, time to start, objects in memory. */
@NullMarked
package io.fluxj.bench.kube;

import org.jspecify.annotations.NullMarked;
