/** Times the notification-controller. */
@NullMarked
package io.fluxj.bench.notification;

import org.jspecify.annotations.NullMarked;
