@NullMarked
package io.fluxj.kustomize.filter.vars;

import org.jspecify.annotations.NullMarked;
