/** Parts of kustomize's own vocabulary that several kinds use. */
@NullMarked
package io.fluxj.api.kustomize;

import org.jspecify.annotations.NullMarked;
