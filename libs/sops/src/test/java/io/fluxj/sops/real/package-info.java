/** Tests with the real sops and age. */
@NullMarked
package io.fluxj.sops.real;

import org.jspecify.annotations.NullMarked;
