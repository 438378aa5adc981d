/** The controller that tells people what happened, and that is told by others that something did. */
@NullMarked
package io.fluxj.notification;

import org.jspecify.annotations.NullMarked;
