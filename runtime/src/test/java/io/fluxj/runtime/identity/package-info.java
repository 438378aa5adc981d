/** Tests of tokens. */
@NullMarked
package io.fluxj.runtime.identity;

import org.jspecify.annotations.NullMarked;
