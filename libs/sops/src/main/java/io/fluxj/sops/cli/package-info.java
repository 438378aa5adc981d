/** The command line. */
@NullMarked
package io.fluxj.sops.cli;

import org.jspecify.annotations.NullMarked;
