package io.fluxj.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.git.pack.GitPackCommandFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuthNoneFactory;
import org.apache.sshd.server.auth.pubkey.KeySetPublickeyAuthenticator;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;

/** A real Git server over SSH on a free loopback port; it knows public keys only, no passwords. Any user name will do. */
public final class GitSshServer implements AutoCloseable {
    private final SshServer server;
    private final List<KeyPair> hostKeys;

    private GitSshServer(SshServer server, List<KeyPair> hostKeys) {
        this.server = server;
        this.hostKeys = hostKeys;
    }

    /**
     * Starts one with keys from files.
     *
     * @param repositories the folder whose repositories are served
     * @param hostKeys the host's private keys (OpenSSH or PEM)
     * @param authorizedKeys whom to let in, as in {@code ~/.ssh/authorized_keys}
     */
    public static GitSshServer start(Path repositories, List<Path> hostKeys, Path authorizedKeys) throws IOException {
        return start(repositories, new FileKeyPairProvider(hostKeys), authorized(authorizedKeys));
    }

    /**
     * Starts one with keys made in the test.
     *
     * @param repositories the folder whose repositories are served
     * @param hostKey the host's key
     * @param clientKey the one key to let in
     */
    public static GitSshServer start(Path repositories, KeyPair hostKey, KeyPair clientKey) throws IOException {
        return start(
                repositories,
                KeyPairProvider.wrap(hostKey),
                new KeySetPublickeyAuthenticator("client", List.of(clientKey.getPublic())));
    }

    /**
     * Starts one that lets everybody in without a key, and asks nobody for one.
     *
     * @param repositories the folder whose repositories are served
     * @param hostKey the host's key
     */
    public static GitSshServer startOpen(Path repositories, KeyPair hostKey) throws IOException {
        return start(
                repositories,
                KeyPairProvider.wrap(hostKey),
                server -> server.setUserAuthFactories(List.of(UserAuthNoneFactory.INSTANCE)));
    }

    private static GitSshServer start(Path repositories, KeyPairProvider hostKeys, PublickeyAuthenticator authenticator)
            throws IOException {
        return start(repositories, hostKeys, server -> server.setPublickeyAuthenticator(authenticator));
    }

    private static GitSshServer start(Path repositories, KeyPairProvider hostKeys, Consumer<SshServer> authentication)
            throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(hostKeys);
        authentication.accept(server);
        server.setCommandFactory(new GitPackCommandFactory((command, arguments, session, files) -> repositories));
        server.start();
        return new GitSshServer(server, loaded(hostKeys));
    }

    /** Reads the file now: MINA's own authenticator reads it at the first login and refuses those that come meanwhile. */
    private static PublickeyAuthenticator authorized(Path file) throws IOException {
        try {
            List<AuthorizedKeyEntry> entries = AuthorizedKeyEntry.readAuthorizedKeys(file);
            return PublickeyAuthenticator.fromAuthorizedEntries(file, null, entries, PublicKeyEntryResolver.IGNORING);
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("cannot read " + file, unreadable);
        }
    }

    private static List<KeyPair> loaded(KeyPairProvider provider) throws IOException {
        try {
            return StreamSupport.stream(provider.loadKeys(null).spliterator(), false)
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot read the host keys", e);
        }
    }

    /** The port listened on. */
    public int port() {
        return server.getPort();
    }

    /** The URL of one repository: {@code ssh://git@127.0.0.1:<port>/<path>}. */
    public String url(String path) {
        return "ssh://git@127.0.0.1:" + port() + "/" + path;
    }

    /** The lines for {@code known_hosts}, one per host key. */
    public String knownHosts() {
        StringBuilder lines = new StringBuilder();
        for (KeyPair key : hostKeys) {
            lines.append("[127.0.0.1]:%d %s\n".formatted(port(), PublicKeyEntry.toString(key.getPublic())));
        }
        return lines.toString();
    }

    @Override
    public void close() throws IOException {
        server.close(true);
    }
}
