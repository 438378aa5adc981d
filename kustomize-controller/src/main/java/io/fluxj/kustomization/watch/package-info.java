/** What is watched, and which Kustomizations an event wakes. */
@NullMarked
package io.fluxj.kustomization.watch;

import org.jspecify.annotations.NullMarked;
