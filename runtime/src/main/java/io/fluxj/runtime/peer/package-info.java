/** What the controllers of an installation say to each other is encrypted, and they prove to each other who they are. */
@NullMarked
package io.fluxj.runtime.peer;

import org.jspecify.annotations.NullMarked;
