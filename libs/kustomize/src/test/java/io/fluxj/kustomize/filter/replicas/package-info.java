@NullMarked
package io.fluxj.kustomize.filter.replicas;

import org.jspecify.annotations.NullMarked;
