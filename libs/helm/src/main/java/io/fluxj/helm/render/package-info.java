/** From a chart and values to manifests. */
@NullMarked
package io.fluxj.helm.render;

import org.jspecify.annotations.NullMarked;
