@NullMarked
package io.fluxj.notification.receiver.token;

import org.jspecify.annotations.NullMarked;
