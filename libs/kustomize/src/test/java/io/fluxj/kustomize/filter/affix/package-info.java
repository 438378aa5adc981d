@NullMarked
package io.fluxj.kustomize.filter.affix;

import org.jspecify.annotations.NullMarked;
