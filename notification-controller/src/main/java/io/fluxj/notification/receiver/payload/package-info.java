/** Bodies and media types of calls, read as Go reads them. */
@NullMarked
package io.fluxj.notification.receiver.payload;

import org.jspecify.annotations.NullMarked;
