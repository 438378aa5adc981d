@NullMarked
package io.fluxj.kustomize.cli;

import org.jspecify.annotations.NullMarked;
