package io.fluxj.source.helm;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.archive.HashingOutputStream;
import io.fluxj.net.http.Deadline;
import io.fluxj.net.http.HttpAnswer;
import io.fluxj.net.http.HttpReader;
import io.fluxj.net.proxy.Proxies;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Fetches files over HTTP, each with connections of its own.
 *
 * @param proxies on the way
 */
public record FileDownload(Proxies proxies) {
    private static final int BUFFER = 1 << 16;

    /**
     * A file that is larger than is taken.
     *
     * @param bytes at most
     * @param message what is said of a larger one
     */
    public record Bound(long bytes, String message) {}

    /**
     * Fetches one.
     *
     * @param file is made, or overwritten; after a failure it holds anything
     * @return the digest of its bytes
     * @throws UnusableTlsException when the certificate or key cannot be used
     * @throws IOException when it cannot be had; the message says of which address, and why
     */
    public Digest fetch(IndexSource source, Path file, Bound bound) throws IOException, InterruptedException {
        try (HttpReader http = open(source);
                HttpAnswer answer = http.follow(source.index(), source.headers(), Deadline.in(source.timeout()))) {
            if (!answer.isOk()) {
                throw new IOException("failed to fetch " + source.index() + " : " + answer.statusText());
            }
            try (HashingOutputStream out =
                    new HashingOutputStream(Files.newOutputStream(file), DigestAlgorithm.SHA256)) {
                copy(answer.body(), out, bound);
                return out.digest();
            }
        }
    }

    private HttpReader open(IndexSource source) throws UnusableTlsException {
        try {
            return HttpReader.open(source.tls(), proxies);
        } catch (GeneralSecurityException | IOException unusable) {
            throw new UnusableTlsException(unusable);
        }
    }

    private static void copy(InputStream in, HashingOutputStream out, Bound bound) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (out.size() + read > bound.bytes()) {
                throw new IOException(bound.message());
            }
            out.write(buffer, 0, read);
        }
    }
}
