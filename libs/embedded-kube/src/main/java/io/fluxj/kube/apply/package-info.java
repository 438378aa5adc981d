/** Structured merge: who owns which field, and what an apply changes. */
@NullMarked
package io.fluxj.kube.apply;

import org.jspecify.annotations.NullMarked;
