@NullMarked
package io.fluxj.notification.golden;

import org.jspecify.annotations.NullMarked;
