/** The webhooks: from a request to the annotations of the objects that it is about. */
@NullMarked
package io.fluxj.notification.receiver.hook;

import org.jspecify.annotations.NullMarked;
