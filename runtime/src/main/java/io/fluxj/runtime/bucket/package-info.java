/** Buckets of objects: what the sources of kind Bucket and the store of artifacts both need. */
@NullMarked
package io.fluxj.runtime.bucket;

import org.jspecify.annotations.NullMarked;
