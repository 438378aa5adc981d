@NullMarked
package io.fluxj.kustomize.filter.labels;

import org.jspecify.annotations.NullMarked;
