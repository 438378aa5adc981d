/** Receivers: webhooks by which others say that something is worth looking at. */
@NullMarked
package io.fluxj.notification.receiver;

import org.jspecify.annotations.NullMarked;
