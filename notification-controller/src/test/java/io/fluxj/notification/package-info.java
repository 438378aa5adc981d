@NullMarked
package io.fluxj.notification;

import org.jspecify.annotations.NullMarked;
