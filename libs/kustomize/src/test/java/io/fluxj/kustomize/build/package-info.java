@NullMarked
package io.fluxj.kustomize.build;

import org.jspecify.annotations.NullMarked;
