/** Tests of how keys of data are got. */
@NullMarked
package io.fluxj.sops.key;

import org.jspecify.annotations.NullMarked;
