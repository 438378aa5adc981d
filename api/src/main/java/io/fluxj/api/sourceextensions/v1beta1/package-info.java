/** Artifacts made of others. Group {@code source.extensions.fluxcd.io}, version {@code v1beta1}. */
@NullMarked
package io.fluxj.api.sourceextensions.v1beta1;

import org.jspecify.annotations.NullMarked;
