/** The builds of this controller: what they need of the cluster, and each kept until an input changes. */
@NullMarked
package io.fluxj.kustomization.build;

import org.jspecify.annotations.NullMarked;
