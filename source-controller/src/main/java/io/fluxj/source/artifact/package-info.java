/** What all source kinds do with their artifacts: keep them, publish them, remove them, and tell of it. */
@NullMarked
package io.fluxj.source.artifact;

import org.jspecify.annotations.NullMarked;
