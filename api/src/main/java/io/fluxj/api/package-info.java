/** The custom resources of Flux as Java types. */
@NullMarked
package io.fluxj.api;

import org.jspecify.annotations.NullMarked;
