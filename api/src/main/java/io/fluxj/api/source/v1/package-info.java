/** Sources: where manifests and charts come from. Group {@code source.toolkit.fluxcd.io}, version {@code v1}. */
@NullMarked
package io.fluxj.api.source.v1;

import org.jspecify.annotations.NullMarked;
