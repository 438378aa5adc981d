package io.fluxj.git.jgit;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.RemoteSession2;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.SshdSession;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/** SSH sessions of one operation, and what the server said on them about refusals. */
final class GuardedSsh extends SshSessionFactory implements AutoCloseable {
    private final SshdSessionFactory sessions;
    private final KnownHosts knownHosts;
    private final Guard guard;
    private final String peer;
    private final AtomicReference<@Nullable GuardedProcess> last = new AtomicReference<>();

    private GuardedSsh(SshdSessionFactory sessions, KnownHosts knownHosts, Guard guard, String peer) {
        this.sessions = sessions;
        this.knownHosts = knownHosts;
        this.guard = guard;
        this.peer = peer;
    }

    /**
     * Sessions for one access.
     *
     * @param nowhere existing folder in which no SSH settings are
     * @throws GitException when the private key cannot be read
     */
    static GuardedSsh of(GitAccess access, GitCredentials.Ssh credentials, Path nowhere, Guard guard)
            throws GitException {
        String host = access.url().host();
        int port = access.url().port();
        KnownHosts known = KnownHosts.of(credentials.knownHosts(), host, port);
        SshdSessionFactory sessions = SshSessions.with(credentials, known, access, nowhere);
        return new GuardedSsh(sessions, known, guard, host + ":" + port);
    }

    @Override
    public RemoteSession getSession(URIish uri, @Nullable CredentialsProvider provider, FS fs, int ignored)
            throws TransportException {
        int milliseconds = Math.clamp(guard.deadline().timeout().toMillis(), 1, Integer.MAX_VALUE);
        try {
            return new Session(sessions.getSession(uri, provider, fs, milliseconds));
        } catch (TransportException failed) {
            Optional<ConnectException> refused = Stream.<Throwable>iterate(failed, t -> t != null, Throwable::getCause)
                    .limit(Failures.DEEPEST)
                    .filter(ConnectException.class::isInstance)
                    .map(ConnectException.class::cast)
                    .findFirst();
            throw refused.map(cause -> Failures.notConnected(peer, cause)).orElse(failed);
        }
    }

    @Override
    public String getType() {
        return sessions.getType();
    }

    /** Why the server's key was refused; empty when it was not. */
    Optional<String> rejection() {
        return knownHosts.rejection();
    }

    /** The first line that the server wrote on its error channel; empty when there was none. */
    String said() {
        GuardedProcess process = last.get();
        return process == null ? "" : process.said();
    }

    @Override
    public void close() {
        sessions.close();
    }

    /** A session whose commands are watched. */
    private final class Session implements RemoteSession2 {
        private final SshdSession session;

        Session(SshdSession session) {
            this.session = session;
        }

        @Override
        public Process exec(String command, int timeout) throws IOException {
            return exec(command, Map.of(), timeout);
        }

        @Override
        public Process exec(String command, Map<String, String> environment, int timeout) throws IOException {
            GuardedProcess process = new GuardedProcess(session.exec(command, environment, timeout), guard);
            last.set(process);
            return process;
        }

        @Override
        public void disconnect() {
            session.disconnect();
        }
    }
}
