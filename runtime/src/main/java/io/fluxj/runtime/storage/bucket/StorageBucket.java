package io.fluxj.runtime.storage.bucket;

import io.fluxj.net.http.Deadline;
import io.fluxj.net.http.HttpReader;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.bucket.s3.S3Bucket;
import io.fluxj.runtime.bucket.s3.S3Place;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.options.BucketOptions;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.storage.ArtifactFolder;
import io.fluxj.runtime.storage.StoredPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bucket of {@code --storage-type=s3}: each file under its path in the store. It belongs to the storage as a disk does, so that requests are
 * bounded in time and nothing else; who asks is whom the controller's environment says.
 */
public final class StorageBucket {
    /** For small requests. */
    private static final Duration SHORT = Duration.ofSeconds(30);

    /** For a file. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final int MOST_KEYS = 1000;

    private final HttpReader http;
    private final S3Place place;
    private final String prefix;
    private final StorageKeys keys;

    StorageBucket(HttpReader http, S3Place place, String prefix, StorageKeys keys) {
        this.http = http;
        this.place = place;
        this.prefix = prefix;
        this.keys = keys;
    }

    /**
     * The bucket of a controller; empty when its flags name none. Nobody is asked yet.
     *
     * @throws IllegalArgumentException when a flag is wrong
     */
    public static Optional<StorageBucket> of(ControllerEnvironment environment, BucketOptions options)
            throws IOException {
        if (!options.isUsed()) {
            return Optional.empty();
        }
        Proxies proxies = EnvironmentProxies.of(environment.variables()).proxies();
        HttpRoute route = new HttpRoute(proxies, TlsConfig.SYSTEM);
        StorageKeys keys = StorageKeys.of(environment.variables(), options.region(), Caller.over(route));
        S3Place place = BucketAddress.place(options, keys.region());
        return Optional.of(
                new StorageBucket(environment.resources().keep(reader(route)), place, options.prefix(), keys));
    }

    private static HttpReader reader(HttpRoute route) throws IOException {
        try {
            return HttpReader.open(route.tls(), route.proxies());
        } catch (GeneralSecurityException unusable) {
            throw new IOException("no connection to the bucket can be made: " + unusable.getMessage(), unusable);
        }
    }

    /** What is done with it. */
    @FunctionalInterface
    private interface Work<T> {
        T with(S3Bucket bucket) throws IOException, InterruptedException;
    }

    private <T> T ask(Work<T> work) throws IOException {
        try {
            return work.with(S3Bucket.at(http, place, keys.get(place), keys.region()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the bucket " + place.bucket() + " was asked");
        } catch (IOException failed) {
            throw new IOException("bucket " + place.bucket() + ": " + failed.getMessage(), failed);
        }
    }

    /**
     * The bytes of a file, to be closed.
     *
     * @throws IOException also when it is not there
     */
    public InputStream open(StoredPath path) throws IOException {
        return ask(bucket -> bucket.open(key(path), Deadline.in(LONG)));
    }

    void put(StoredPath path, Path file) throws IOException {
        ask(bucket -> {
            bucket.put(key(path), file, Deadline.in(LONG));
            return path;
        });
    }

    void remove(StoredPath path) throws IOException {
        ask(bucket -> {
            bucket.remove(key(path), Deadline.in(SHORT));
            return path;
        });
    }

    /** The files of an object, as many as one looks at in one go. What else somebody may have put there is nobody's. */
    List<StoredPath> list(ArtifactFolder folder) throws IOException {
        List<StoredPath> found = new ArrayList<>();
        ask(bucket -> {
            bucket.list(prefix + folder.path() + "/", (key, _) -> add(found, folder, key), Deadline.in(SHORT));
            return folder;
        });
        return found;
    }

    private void add(List<StoredPath> found, ArtifactFolder folder, String key) {
        if (found.size() < MOST_KEYS && key.startsWith(prefix)) {
            StoredPath.recorded(folder, key.substring(prefix.length())).ifPresent(found::add);
        }
    }

    private String key(StoredPath path) {
        return prefix + path.path();
    }
}
