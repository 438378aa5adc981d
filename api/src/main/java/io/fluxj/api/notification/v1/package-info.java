/** Webhooks that wake objects. Group {@code notification.toolkit.fluxcd.io}, version {@code v1}. */
@NullMarked
package io.fluxj.api.notification.v1;

import org.jspecify.annotations.NullMarked;
