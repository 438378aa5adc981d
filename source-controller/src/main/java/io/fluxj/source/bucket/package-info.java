/** The Bucket kind. */
@NullMarked
package io.fluxj.source.bucket;

import org.jspecify.annotations.NullMarked;
