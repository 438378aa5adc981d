/** Go's fmt and strconv: how values become text. */
@NullMarked
package io.fluxj.gotemplate.format;

import org.jspecify.annotations.NullMarked;
