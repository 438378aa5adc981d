@NullMarked
package io.fluxj.kustomize.filter.patch;

import org.jspecify.annotations.NullMarked;
