package io.fluxj.runtime.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The token of this controller, read again every few seconds: the kubelet puts a new one there long before the old one ends. */
final class PeerToken {
    private static final Logger LOG = LoggerFactory.getLogger(PeerToken.class);
    private static final long KEPT = Duration.ofSeconds(30).toNanos();
    private static final int LARGEST = 64 * 1024;

    private final Path file;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Read> last = new AtomicReference<>();

    private record Read(Optional<String> token, long at) {
        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Read[" + at + "]";
        }
    }

    PeerToken(Path file, LongSupplier nanoTime) {
        this.file = file;
        this.nanoTime = nanoTime;
    }

    /** The token; empty when there is none. */
    Optional<String> current() {
        long now = nanoTime.getAsLong();
        Read known = last.get();
        if (known != null && now - known.at() < KEPT) {
            return known.token();
        }
        Read read = new Read(read(), now);
        last.set(read);
        return read.token();
    }

    private Optional<String> read() {
        try (InputStream in = Files.newInputStream(file)) {
            String token = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8).strip();
            // Else it could not stand in a header, and the message of the failure would hold it.
            boolean usable = !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 127);
            return usable ? Optional.of(token) : missing("it is no token");
        } catch (IOException unreadable) {
            return missing(unreadable.getClass().getSimpleName());
        }
    }

    private Optional<String> missing(String why) {
        LOG.atWarn()
                .addKeyValue("error", why)
                .log("no token in {}: other controllers cannot tell who calls; see --peer-token-file", file);
        return Optional.empty();
    }
}
