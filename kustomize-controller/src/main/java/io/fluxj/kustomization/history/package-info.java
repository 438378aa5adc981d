/** The last results of a Kustomization: {@code status.history}. */
@NullMarked
package io.fluxj.kustomization.history;

import org.jspecify.annotations.NullMarked;
