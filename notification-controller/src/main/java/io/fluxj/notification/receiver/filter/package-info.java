/** What the expressions of a Receiver decide: which objects a call is about, and whose tokens are taken. */
@NullMarked
package io.fluxj.notification.receiver.filter;

import org.jspecify.annotations.NullMarked;
