/** A real API server to compare with, when there is one. */
@NullMarked
package io.fluxj.kube.real;

import org.jspecify.annotations.NullMarked;
