/** What a Kustomization makes of a folder, by the very steps of the controller: printed, or compared with the cluster. */
@NullMarked
package io.fluxj.cli.build;

import org.jspecify.annotations.NullMarked;
