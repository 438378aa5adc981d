/** Makes or edits the kustomization file at {@code spec.path}, as an overlay on the shared artifact. */
@NullMarked
package io.fluxj.manifest.generate;

import org.jspecify.annotations.NullMarked;
