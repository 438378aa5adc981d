@NullMarked
package io.fluxj.notification.receiver.payload;

import org.jspecify.annotations.NullMarked;
