@NullMarked
package io.fluxj.runtime.storage.bucket;

import org.jspecify.annotations.NullMarked;
