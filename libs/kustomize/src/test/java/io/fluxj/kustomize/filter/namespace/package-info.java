@NullMarked
package io.fluxj.kustomize.filter.namespace;

import org.jspecify.annotations.NullMarked;
