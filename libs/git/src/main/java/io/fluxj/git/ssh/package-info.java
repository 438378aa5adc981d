/** Keys of SSH: made for a client, and those that a server shows. */
@NullMarked
package io.fluxj.git.ssh;

import org.jspecify.annotations.NullMarked;
