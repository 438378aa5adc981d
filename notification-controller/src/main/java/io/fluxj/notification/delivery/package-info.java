/** Events on their way out: whose they are, in which order, with which certificates, and what becomes of them. */
@NullMarked
package io.fluxj.notification.delivery;

import org.jspecify.annotations.NullMarked;
