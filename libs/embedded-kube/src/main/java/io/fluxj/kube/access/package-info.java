/** Who is asking, and whether they may. */
@NullMarked
package io.fluxj.kube.access;

import org.jspecify.annotations.NullMarked;
