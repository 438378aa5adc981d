@NullMarked
package io.fluxj.kustomize.resource;

import org.jspecify.annotations.NullMarked;
