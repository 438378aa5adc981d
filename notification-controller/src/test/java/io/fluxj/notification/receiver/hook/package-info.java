@NullMarked
package io.fluxj.notification.receiver.hook;

import org.jspecify.annotations.NullMarked;
