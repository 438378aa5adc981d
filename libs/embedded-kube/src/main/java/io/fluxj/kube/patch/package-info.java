/** JSON patch, merge patch and strategic merge patch. */
@NullMarked
package io.fluxj.kube.patch;

import org.jspecify.annotations.NullMarked;
