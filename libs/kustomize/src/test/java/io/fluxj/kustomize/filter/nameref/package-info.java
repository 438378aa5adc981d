@NullMarked
package io.fluxj.kustomize.filter.nameref;

import org.jspecify.annotations.NullMarked;
