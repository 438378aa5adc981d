/** Whether a call is genuine: one small check for each type of Receiver. */
@NullMarked
package io.fluxj.notification.receiver.check;

import org.jspecify.annotations.NullMarked;
