package io.fluxj.git.jgit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The server keys that a {@code known_hosts} text vouches for, plain, hashed, with {@code [host]:port} and revoked ones. Nothing
 * is ever asked or learnt.
 */
final class KnownHosts implements ServerKeyDatabase {
    private static final String REVOKED = "revoked";

    private final List<KnownHostEntry> entries;
    private final String host;
    private final int port;
    private final AtomicReference<@Nullable String> rejection = new AtomicReference<>();

    private KnownHosts(List<KnownHostEntry> entries, String host, int port) {
        this.entries = entries;
        this.host = host;
        this.port = port;
    }

    /** The lines of a text that speak of a host; broken lines are passed over as OpenSSH does. */
    static KnownHosts of(String text, String host, int port) {
        List<KnownHostEntry> entries = text.lines()
                .map(KnownHosts::entry)
                .flatMap(Optional::stream)
                .filter(entry -> entry.isHostMatch(host, port))
                .toList();
        return new KnownHosts(entries, host, port);
    }

    private static Optional<KnownHostEntry> entry(String line) {
        try {
            return Optional.ofNullable(KnownHostEntry.parseKnownHostEntry(line.strip()));
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
    }

    @Override
    public List<PublicKey> lookup(String connectAddress, InetSocketAddress remote, Configuration configuration) {
        return keys("");
    }

    @Override
    public boolean accept(
            String connectAddress,
            InetSocketAddress remote,
            PublicKey key,
            Configuration configuration,
            CredentialsProvider credentials) {
        List<PublicKey> known = keys("");
        boolean revoked = contains(keys(REVOKED), key);
        if (!revoked && contains(known, key)) {
            return true;
        }
        String why = revoked ? "key is revoked" : known.isEmpty() ? "key is unknown" : "key mismatch";
        rejection.set("ssh: handshake failed: knownhosts: " + why + " (server " + host + " port " + port + " has "
                + KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key) + ")");
        return false;
    }

    /** Why the server's key was refused; empty when it was not. */
    Optional<String> rejection() {
        return Optional.ofNullable(rejection.get());
    }

    private List<PublicKey> keys(String marker) {
        return entries.stream()
                .filter(entry -> marker.equals(entry.getMarker() == null ? "" : entry.getMarker()))
                .map(KnownHosts::key)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<PublicKey> key(KnownHostEntry entry) {
        try {
            return Optional.ofNullable(entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING));
        } catch (IOException | GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean contains(List<PublicKey> keys, PublicKey key) {
        return keys.stream().anyMatch(known -> KeyUtils.compareKeys(known, key));
    }
}
