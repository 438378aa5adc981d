@NullMarked
package io.fluxj.kustomize.filter.images;

import org.jspecify.annotations.NullMarked;
