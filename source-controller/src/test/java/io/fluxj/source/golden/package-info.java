/** Runs what the real source-controller was seen to do, and compares. The format is described beside the scenarios' originals. */
@NullMarked
package io.fluxj.source.golden;

import org.jspecify.annotations.NullMarked;
