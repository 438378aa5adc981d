/** The command line. */
@NullMarked
package io.fluxj.helm.cli;

import org.jspecify.annotations.NullMarked;
