/** Variables put into the built objects: {@code spec.postBuild}. */
@NullMarked
package io.fluxj.manifest.postbuild;

import org.jspecify.annotations.NullMarked;
