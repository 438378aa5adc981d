/** From an artifact to the manifests that are applied: generated, built, substituted, and kept until an input changes. */
@NullMarked
package io.fluxj.kustomization.build;

import org.jspecify.annotations.NullMarked;
