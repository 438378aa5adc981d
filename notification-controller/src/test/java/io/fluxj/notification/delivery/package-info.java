@NullMarked
package io.fluxj.notification.delivery;

import org.jspecify.annotations.NullMarked;
