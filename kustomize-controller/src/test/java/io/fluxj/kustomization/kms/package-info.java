@NullMarked
package io.fluxj.kustomization.kms;

import org.jspecify.annotations.NullMarked;
