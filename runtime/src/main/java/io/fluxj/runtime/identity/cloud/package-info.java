/** For whom a cloud vouches, and which clouds there are: the one place where they are registered. */
@NullMarked
package io.fluxj.runtime.identity.cloud;

import org.jspecify.annotations.NullMarked;
