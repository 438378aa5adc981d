@NullMarked
package io.fluxj.kustomization.remote;

import org.jspecify.annotations.NullMarked;
