/** Events: how they come in, which of them count, and their JSON. */
@NullMarked
package io.fluxj.notification.event;

import org.jspecify.annotations.NullMarked;
