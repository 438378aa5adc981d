/**
 * {@code bootstrap}: Flux comes into a cluster and into Git, and from then on keeps itself as Git says. Every step looks at what is there first, so that a run
 * that was interrupted, or is made again, does what is left to be done.
 */
@NullMarked
package io.fluxj.cli.bootstrap;

import org.jspecify.annotations.NullMarked;
