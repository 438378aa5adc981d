/** Copies of the stored artifacts in a bucket, which outlive every disk. */
@NullMarked
package io.fluxj.runtime.storage.bucket;

import org.jspecify.annotations.NullMarked;
