/** How the records are written as JSON. */
@NullMarked
package io.fluxj.api.json;

import org.jspecify.annotations.NullMarked;
