/** The five file formats: bytes to values and back, as sops reads and writes them. */
@NullMarked
package io.fluxj.sops.format;

import org.jspecify.annotations.NullMarked;
