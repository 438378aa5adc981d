/** Whose signatures the sources trust that are kept in registries. */
@NullMarked
package io.fluxj.source.signature;

import org.jspecify.annotations.NullMarked;
