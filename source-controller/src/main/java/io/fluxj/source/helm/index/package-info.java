/** Reads the index of a Helm repository as a stream, into the form in which it is stored. */
@NullMarked
package io.fluxj.source.helm.index;

import org.jspecify.annotations.NullMarked;
