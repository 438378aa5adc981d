/** What replicas that do not lead do with the store: they keep copies of what the leader stores, and serve them too. */
@NullMarked
package io.fluxj.runtime.storage.replica;

import org.jspecify.annotations.NullMarked;
