/** How provenance is checked. */
@NullMarked
package io.fluxj.helm.provenance;

import org.jspecify.annotations.NullMarked;
