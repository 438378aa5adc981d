/** The source-watcher: makes artifacts out of parts of others. */
@NullMarked
package io.fluxj.watcher;

import org.jspecify.annotations.NullMarked;
