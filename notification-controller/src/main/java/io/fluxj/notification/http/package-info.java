/** What is measured of the two servers of the controller. */
@NullMarked
package io.fluxj.notification.http;

import org.jspecify.annotations.NullMarked;
