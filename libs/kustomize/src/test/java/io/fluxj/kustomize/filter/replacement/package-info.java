@NullMarked
package io.fluxj.kustomize.filter.replacement;

import org.jspecify.annotations.NullMarked;
