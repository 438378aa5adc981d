/** Helm releases. Group {@code helm.toolkit.fluxcd.io}, version {@code v2}. */
@NullMarked
package io.fluxj.api.helm.v2;

import org.jspecify.annotations.NullMarked;
