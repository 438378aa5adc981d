/** What a real API server makes of the CRDs; runs when {@code KUBEBUILDER_ASSETS} names a folder with its programs. */
@NullMarked
package io.fluxj.api.admission;

import org.jspecify.annotations.NullMarked;
