@NullMarked
package io.fluxj.kustomize.filter.hash;

import org.jspecify.annotations.NullMarked;
