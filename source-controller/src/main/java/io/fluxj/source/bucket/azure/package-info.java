/** What is needed of Azure Blob Storage: GETs that list a container and fetch blobs. */
@NullMarked
package io.fluxj.source.bucket.azure;

import org.jspecify.annotations.NullMarked;
