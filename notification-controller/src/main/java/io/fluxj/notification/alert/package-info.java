/** Alerts: which events they are about, and what they add to them. */
@NullMarked
package io.fluxj.notification.alert;

import org.jspecify.annotations.NullMarked;
