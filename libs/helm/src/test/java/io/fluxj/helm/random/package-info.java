/** Random charts, and what the real helm made of them. */
@NullMarked
package io.fluxj.helm.random;

import org.jspecify.annotations.NullMarked;
