/** The ArtifactGenerator: from its sources to ExternalArtifacts. */
@NullMarked
package io.fluxj.watcher.generator;

import org.jspecify.annotations.NullMarked;
