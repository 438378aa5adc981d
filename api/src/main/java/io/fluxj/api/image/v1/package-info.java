/** Images, the choice among their tags, and writing it to Git. Group {@code image.toolkit.fluxcd.io}, version {@code v1}. */
@NullMarked
package io.fluxj.api.image.v1;

import org.jspecify.annotations.NullMarked;
