/** Events that are sent elsewhere. Group {@code notification.toolkit.fluxcd.io}, version {@code v1beta3}. */
@NullMarked
package io.fluxj.api.notification.v1beta3;

import org.jspecify.annotations.NullMarked;
