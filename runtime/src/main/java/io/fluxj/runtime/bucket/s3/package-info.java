/** What is needed of S3: signed GETs that list a bucket and fetch objects. */
@NullMarked
package io.fluxj.runtime.bucket.s3;

import org.jspecify.annotations.NullMarked;
