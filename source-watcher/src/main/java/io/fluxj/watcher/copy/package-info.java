/** Copies parts of unpacked sources into the tree of an artifact. Knows files, not clusters. */
@NullMarked
package io.fluxj.watcher.copy;

import org.jspecify.annotations.NullMarked;
