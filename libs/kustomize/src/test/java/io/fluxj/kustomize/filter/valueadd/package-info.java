@NullMarked
package io.fluxj.kustomize.filter.valueadd;

import org.jspecify.annotations.NullMarked;
