/** All that an object refers to: how it is found, and what wakes the object when it changes. */
@NullMarked
package io.fluxj.runtime.reference;

import org.jspecify.annotations.NullMarked;
