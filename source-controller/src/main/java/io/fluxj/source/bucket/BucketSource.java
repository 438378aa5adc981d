package io.fluxj.source.bucket;

import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.source.bucket.s3.S3Keys;
import io.fluxj.source.bucket.s3.S3Place;
import java.time.Duration;
import java.util.Optional;

/**
 * Where to fetch from, as whom.
 *
 * @param place where the bucket is
 * @param keys who asks; empty for anyone
 * @param region that the bucket is in; empty when the server shall tell
 * @param tls certificates
 * @param proxies on the way
 * @param timeout for the listing, and for the fetching
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // anyone is a case of its own
record BucketSource(
        S3Place place, Optional<S3Keys> keys, String region, TlsConfig tls, Proxies proxies, Duration timeout) {}
