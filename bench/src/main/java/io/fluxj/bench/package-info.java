/** Benchmarks; nothing depends on them. */
@NullMarked
package io.fluxj.bench;

import org.jspecify.annotations.NullMarked;
