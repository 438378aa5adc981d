/** Secrets as the command line makes them, of keys, passwords and files. */
@NullMarked
package io.fluxj.cli.secret;

import org.jspecify.annotations.NullMarked;
