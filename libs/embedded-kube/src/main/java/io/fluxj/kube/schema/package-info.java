/** Schemas of built-in kinds and of custom resources behind one type. */
@NullMarked
package io.fluxj.kube.schema;

import org.jspecify.annotations.NullMarked;
