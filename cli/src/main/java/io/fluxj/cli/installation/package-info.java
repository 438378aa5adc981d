/** An installation: what it is to be, as flags say, and what of one is in a cluster. */
@NullMarked
package io.fluxj.cli.installation;

import org.jspecify.annotations.NullMarked;
