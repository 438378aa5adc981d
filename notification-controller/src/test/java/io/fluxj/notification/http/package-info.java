@NullMarked
package io.fluxj.notification.http;

import org.jspecify.annotations.NullMarked;
