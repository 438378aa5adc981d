/** JSON web tokens, and the keys of those who issue them. */
@NullMarked
package io.fluxj.notification.receiver.token;

import org.jspecify.annotations.NullMarked;
