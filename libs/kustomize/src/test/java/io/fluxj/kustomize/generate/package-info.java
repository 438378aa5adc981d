@NullMarked
package io.fluxj.kustomize.generate;

import org.jspecify.annotations.NullMarked;
