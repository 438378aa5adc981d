/** The services that events are sent to: a small class for each, which knows what is said to it and nothing of sending. */
@NullMarked
package io.fluxj.notification.provider;

import org.jspecify.annotations.NullMarked;
