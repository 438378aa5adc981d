/** Manifests applied as the command line's own. */
@NullMarked
package io.fluxj.cli.apply;

import org.jspecify.annotations.NullMarked;
