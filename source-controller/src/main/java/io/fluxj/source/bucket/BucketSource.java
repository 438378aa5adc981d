package io.fluxj.source.bucket;

import io.fluxj.net.http.Deadline;
import io.fluxj.net.http.HttpReader;
import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.bucket.ObjectBucket;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Where to fetch from, as whom.
 *
 * @param name of the bucket
 * @param finder finds it
 * @param tls certificates
 * @param route the way; open as long as this is
 * @param timeout for the listing, and for the fetching
 */
record BucketSource(String name, Finder finder, TlsConfig tls, ProxyRoute route, Duration timeout)
        implements AutoCloseable {
    /** Finds a bucket. */
    @FunctionalInterface
    interface Finder {
        /** The bucket, which closes the reader with itself; nothing when there is none of this name. */
        Optional<ObjectBucket> find(HttpReader http, Deadline deadline) throws IOException, InterruptedException;
    }

    @Override
    public void close() {
        route.close();
    }
}
