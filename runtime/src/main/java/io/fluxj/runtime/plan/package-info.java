/** Plans: what a pass would do, kept where people can read it. */
@NullMarked
package io.fluxj.runtime.plan;

import org.jspecify.annotations.NullMarked;
