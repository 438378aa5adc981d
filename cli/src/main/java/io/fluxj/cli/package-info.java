/** The command line {@code fluxj}: what is started, and the families of its commands. */
@NullMarked
package io.fluxj.cli;

import org.jspecify.annotations.NullMarked;
