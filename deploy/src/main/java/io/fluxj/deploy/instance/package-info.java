/** A {@code FluxInstance}, flux-operator's description of a whole installation, and the manifests that come of it. */
@NullMarked
package io.fluxj.deploy.instance;

import org.jspecify.annotations.NullMarked;
