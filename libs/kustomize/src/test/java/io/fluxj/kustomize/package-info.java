@NullMarked
package io.fluxj.kustomize;

import org.jspecify.annotations.NullMarked;
