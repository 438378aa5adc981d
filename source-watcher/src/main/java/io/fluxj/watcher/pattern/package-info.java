/** Patterns of directories, and what is made for each that matches. */
@NullMarked
package io.fluxj.watcher.pattern;

import org.jspecify.annotations.NullMarked;
