/** The store of artifacts: where they lie, how they get there whole, and when they go. */
@NullMarked
package io.fluxj.runtime.storage;

import org.jspecify.annotations.NullMarked;
