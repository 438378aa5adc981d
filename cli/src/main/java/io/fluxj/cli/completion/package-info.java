/** {@code completion}: what a shell offers while a command line is being typed. */
@NullMarked
package io.fluxj.cli.completion;

import org.jspecify.annotations.NullMarked;
