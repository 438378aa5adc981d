/** Folders as artifacts in OCI registries: {@code build|push|pull|list|tag|diff artifact}. */
@NullMarked
package io.fluxj.cli.artifact;

import org.jspecify.annotations.NullMarked;
