/** From an unpacked artifact and the spec of a Kustomization to the objects to apply: generated, built, substituted. */
@NullMarked
package io.fluxj.manifest;

import org.jspecify.annotations.NullMarked;
