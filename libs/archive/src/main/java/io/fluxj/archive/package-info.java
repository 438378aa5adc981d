/** Reproducible archives, safe extraction, ignore rules and digests. */
@NullMarked
package io.fluxj.archive;

import org.jspecify.annotations.NullMarked;
