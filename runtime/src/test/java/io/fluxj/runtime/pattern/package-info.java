/** Tests of expressions. */
@NullMarked
package io.fluxj.runtime.pattern;

import org.jspecify.annotations.NullMarked;
