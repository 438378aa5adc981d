/** The command line {@code kustomize build}, and a second command that builds many directories in one process. */
@NullMarked
package io.fluxj.kustomize.cli;

import org.jspecify.annotations.NullMarked;
