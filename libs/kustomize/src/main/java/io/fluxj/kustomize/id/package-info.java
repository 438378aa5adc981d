/** What names an object through a build. */
@NullMarked
package io.fluxj.kustomize.id;

import org.jspecify.annotations.NullMarked;
