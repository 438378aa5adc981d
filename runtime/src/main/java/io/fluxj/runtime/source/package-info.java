/** Sources: finding them, watching them, and who may use which. */
@NullMarked
package io.fluxj.runtime.source;

import org.jspecify.annotations.NullMarked;
