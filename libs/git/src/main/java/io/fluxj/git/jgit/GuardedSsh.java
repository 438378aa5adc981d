package io.fluxj.git.jgit;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.UnknownHostException;
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
    private final GitAccess access;
    private final AtomicReference<@Nullable GuardedProcess> last = new AtomicReference<>();

    private GuardedSsh(SshdSessionFactory sessions, KnownHosts knownHosts, Guard guard, GitAccess access) {
        this.sessions = sessions;
        this.knownHosts = knownHosts;
        this.guard = guard;
        this.access = access;
    }

    /**
     * Sessions for one access.
     *
     * @param nowhere existing folder in which no SSH settings are
     * @throws GitException when the private key cannot be read
     */
    static GuardedSsh of(GitAccess access, GitCredentials.OverSsh credentials, Path nowhere, Guard guard)
            throws GitException {
        KnownHosts known = KnownHosts.of(
                credentials.knownHosts(), access.url().host(), access.url().port());
        SshdSessionFactory sessions = SshSessions.with(credentials, known, access, nowhere);
        return new GuardedSsh(sessions, known, guard, access);
    }

    @Override
    public RemoteSession getSession(URIish uri, @Nullable CredentialsProvider provider, FS fs, int ignored)
            throws TransportException {
        int milliseconds = Math.clamp(guard.deadline().timeout().toMillis(), 1, Integer.MAX_VALUE);
        try {
            return new Session(sessions.getSession(checked(uri), provider, fs, milliseconds));
        } catch (TransportException failed) {
            Optional<ConnectException> refused = Stream.<Throwable>iterate(failed, t -> t != null, Throwable::getCause)
                    .limit(Failures.DEEPEST)
                    .filter(ConnectException.class::isInstance)
                    .map(ConnectException.class::cast)
                    .findFirst();
            throw refused.map(cause -> Failures.notConnected(peer(), cause)).orElse(failed);
        }
    }

    private String peer() {
        return access.url().host() + ":" + access.url().port();
    }

    /** The very address that was checked, so that the name cannot lead elsewhere by then; a proxy knows names by itself. */
    private URIish checked(URIish uri) throws TransportException {
        String host = access.url().host();
        if (access.addresses().allowsAll()) {
            return uri;
        }
        try {
            if (SshSessions.way(access).type() == Proxy.Type.DIRECT) {
                return uri.setHost(access.addresses().resolve(host).getHostAddress());
            }
            access.addresses().checkBehindProxy(host);
            return uri;
        } catch (UnknownHostException unknown) {
            throw Guard.failure(Problem.UNREACHABLE, "no such host: " + host);
        } catch (IOException refused) {
            throw Guard.failure(Problem.REFUSED, String.valueOf(refused.getMessage()));
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
