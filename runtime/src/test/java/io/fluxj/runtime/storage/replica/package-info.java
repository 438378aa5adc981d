@NullMarked
package io.fluxj.runtime.storage.replica;

import org.jspecify.annotations.NullMarked;
