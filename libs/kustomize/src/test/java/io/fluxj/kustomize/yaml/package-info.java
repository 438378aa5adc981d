@NullMarked
package io.fluxj.kustomize.yaml;

import org.jspecify.annotations.NullMarked;
