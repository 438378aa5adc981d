/** Go's {@code encoding/json}. */
@NullMarked
package io.fluxj.gotemplate.json;

import org.jspecify.annotations.NullMarked;
