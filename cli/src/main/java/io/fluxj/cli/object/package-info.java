/** Objects of the cluster as commands read, change and wait for them. */
@NullMarked
package io.fluxj.cli.object;

import org.jspecify.annotations.NullMarked;
