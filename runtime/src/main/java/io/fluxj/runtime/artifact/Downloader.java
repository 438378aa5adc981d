package io.fluxj.runtime.artifact;

import io.fluxj.archive.ArchiveException;
import io.fluxj.archive.Digest;
import io.fluxj.archive.ExtractionLimits;
import io.fluxj.archive.HashingInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gets an artifact, over HTTP or from a store of this process, and unpacks it while it comes in. What a try that failed has unpacked is removed before the next
 * one, and after the last one by the caller.
 */
final class Downloader {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UPGRADE_REQUIRED = 426;
    private static final int SERVER_ERROR = 500;
    private static final int LONGEST_NAME = 4096;

    private final ArtifactOrigins origins;
    private final CacheLimits limits;
    private final ArtifactForm form;

    Downloader(ArtifactOrigins origins, CacheLimits limits, ArtifactForm form) {
        this.origins = origins;
        this.limits = limits;
        this.form = form;
    }

    /**
     * Unpacks the artifact into an empty folder.
     *
     * @param room that is left for unpacked artifacts, in bytes
     * @return bytes of all files
     */
    long download(RemoteArtifact artifact, Digest digest, Path target, long room)
            throws ArtifactFailure, InterruptedException {
        URI address = address(artifact);
        Duration pause = limits.shortestDelay();
        long end = System.nanoTime() + limits.patience().toNanos();
        for (int attempt = 0; ; attempt++) {
            try {
                Place place = new Place(target, room);
                Optional<InputStream> here = origins.local().open(artifact.url());
                return here.isPresent() ? read(here.get(), address, digest, place) : get(address, digest, place);
            } catch (IOException passing) {
                if (attempt >= limits.retries() || System.nanoTime() + pause.toNanos() > end) {
                    throw unreachable(address, attempt + 1, passing);
                }
            }
            Thread.sleep(pause);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(limits.longestDelay()) > 0 ? limits.longestDelay() : doubled;
        }
    }

    private static ArtifactFailure unreachable(URI address, int attempts, IOException last) {
        String why = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
        return new ArtifactFailure.Unreachable(
                "GET " + address + " giving up after " + attempts + " attempt(s): " + why, last);
    }

    private URI address(RemoteArtifact artifact) throws ArtifactFailure {
        try {
            URI given = new URI(artifact.url());
            if (!"http".equals(given.getScheme()) && !"https".equals(given.getScheme())) {
                throw new ArtifactFailure.Unusable("artifact URL " + artifact.url() + " is not one of HTTP", null);
            }
            String localhost = origins.hosts().of(artifact.url());
            return localhost.isEmpty()
                    ? given
                    : new URI(given.getScheme(), localhost, given.getPath(), given.getQuery(), null);
        } catch (URISyntaxException invalid) {
            throw new ArtifactFailure.Unusable("artifact URL cannot be used: " + invalid.getMessage(), invalid);
        }
    }

    private long read(InputStream file, URI address, Digest digest, Place place) throws ArtifactFailure, IOException {
        try (file) {
            return unpack(address, file, digest, place);
        }
    }

    /**
     * @throws IOException when another try may help
     */
    private long get(URI address, Digest digest, Place place)
            throws ArtifactFailure, IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(limits.timeout()).build();
        HttpResponse<InputStream> response = origins.http().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body();
                ReadTimeout _ = ReadTimeout.after(limits.timeout(), body)) {
            return switch (response.statusCode()) {
                case OK -> unpack(address, body, digest, place);
                case NOT_FOUND ->
                    throw new ArtifactFailure.NotFound("artifact not found: GET " + address + " answered 404");
                default -> throw refused(address, response.statusCode());
            };
        }
    }

    private static IOException refused(URI address, int code) throws ArtifactFailure {
        if (code < SERVER_ERROR) {
            String hint =
                    code == UPGRADE_REQUIRED ? ": it speaks to controllers over TLS alone, see --peer-security" : "";
            throw new ArtifactFailure.Unreachable("GET " + address + " answered " + code + hint, null);
        }
        return new IOException("the server answered " + code);
    }

    /** Where an artifact goes, and how large it may become there. */
    private record Place(Path target, long room) {}

    private long unpack(URI address, InputStream body, Digest digest, Place place) throws ArtifactFailure, IOException {
        Path target = place.target();
        Folders.clear(target);
        CappedInputStream capped = new CappedInputStream(body, limits.sizes().downloadBytes());
        HashingInputStream hashed = new HashingInputStream(capped, digest.algorithm());
        ExtractionLimits bounds = bounds(place.room());
        @Nullable ArchiveException refused = null;
        long bytes = 0;
        try {
            bytes = form.keep(hashed, target, bounds);
        } catch (ArchiveException bad) {
            refused = bad;
        }
        check(address, digestOfAll(address, capped, hashed), digest, refused);
        return bytes;
    }

    private ExtractionLimits bounds(long room) {
        return new ExtractionLimits(
                Math.min(limits.sizes().unpackedBytes(), room), limits.sizes().entries(), LONGEST_NAME);
    }

    private Digest digestOfAll(URI address, CappedInputStream capped, HashingInputStream hashed)
            throws ArtifactFailure, IOException {
        @Nullable IOException cut = capped.failure();
        if (cut != null) {
            throw cut;
        }
        try {
            return hashed.digestOfAll();
        } catch (IOException failed) {
            if (!capped.exceeded()) {
                throw failed;
            }
            throw new ArtifactFailure.Unusable(
                    "artifact " + address + " is larger than " + limits.sizes().downloadBytes()
                            + " bytes, see --artifact-max-download-bytes",
                    failed);
        }
    }

    /** That the digest is wrong says more than that the archive is damaged, which is its consequence. */
    private static void check(URI address, Digest computed, Digest promised, @Nullable ArchiveException refused)
            throws ArtifactFailure {
        if (!computed.equals(promised)) {
            throw new ArtifactFailure.DigestMismatch("failed to verify artifact: computed digest '" + computed + "' of "
                    + address + " doesn't match provided '" + promised + "'");
        }
        if (refused != null) {
            String bounds = refused.problem() == ArchiveException.Problem.TOO_LARGE
                    ? ", see --artifact-max-unpacked-bytes, --artifact-max-entries and --artifact-cache-max-bytes"
                    : "";
            throw new ArtifactFailure.Unusable(
                    "artifact " + address + " refused: " + refused.getMessage() + bounds, refused);
        }
    }
}
