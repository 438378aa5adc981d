@NullMarked
package io.fluxj.kustomize.order;

import org.jspecify.annotations.NullMarked;
