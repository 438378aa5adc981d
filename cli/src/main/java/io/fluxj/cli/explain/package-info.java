/** {@code describe} and {@code why}: one page about an object, and the root cause of its not being ready. */
@NullMarked
package io.fluxj.cli.explain;

import org.jspecify.annotations.NullMarked;
