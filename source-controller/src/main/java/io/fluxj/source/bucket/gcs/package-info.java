/** What is needed of Google Cloud Storage: GETs of its JSON API that list a bucket and fetch objects. */
@NullMarked
package io.fluxj.source.bucket.gcs;

import org.jspecify.annotations.NullMarked;
