@NullMarked
package io.fluxj.notification.receiver;

import org.jspecify.annotations.NullMarked;
