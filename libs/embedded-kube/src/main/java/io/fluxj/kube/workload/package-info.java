/** Workloads that come to run on a node that is only pretended: what makes Pods of them, and what makes Pods ready. */
@NullMarked
package io.fluxj.kube.workload;

import org.jspecify.annotations.NullMarked;
