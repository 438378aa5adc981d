/** What a Kustomization is built from: one artifact, or several side by side. */
@NullMarked
package io.fluxj.kustomization.source;

import org.jspecify.annotations.NullMarked;
