package io.fluxj.git.jgit;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitReference;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;

/** Talks to one remote. Opening it costs nothing; each listing opens a connection, and one fetch may follow on it. */
final class Session implements AutoCloseable {
    private final Transport transport;
    private final Optional<SshdSessionFactory> ssh;
    private final Optional<KnownHosts> knownHosts;

    private Session(Transport transport, Optional<SshdSessionFactory> ssh, Optional<KnownHosts> knownHosts) {
        this.transport = transport;
        this.ssh = ssh;
        this.knownHosts = knownHosts;
    }

    /** A session that fetches into a repository. */
    static Session open(GitAccess access, ScratchRepository scratch) throws GitException {
        HermeticSystemReader.install();
        try {
            URIish address = address(access);
            Transport transport = Transport.open(scratch.repository(), address);
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setFetchThin(false);
            return switch (access.credentials()) {
                case GitCredentials.Ssh credentials -> overSsh(access, transport, credentials, scratch.folder());
                case GitCredentials.None _, GitCredentials.Basic _, GitCredentials.Bearer _ ->
                    overHttp(access, transport);
            };
        } catch (URISyntaxException | IOException | GeneralSecurityException unusable) {
            throw Failures.of(unusable, Optional.empty());
        }
    }

    private static URIish address(GitAccess access) throws URISyntaxException {
        URIish address = new URIish(access.url().uri().toString()).setPass(null);
        if (!access.url().isSsh()) {
            return address.setUser(null);
        }
        return access.url().user().isEmpty() ? address.setUser("git") : address;
    }

    private static Session overHttp(GitAccess access, Transport transport)
            throws GeneralSecurityException, IOException {
        ((TransportHttp) transport).setHttpConnectionFactory(HttpConnections.of(access));
        return new Session(transport, Optional.empty(), Optional.empty());
    }

    private static Session overSsh(GitAccess access, Transport transport, GitCredentials.Ssh credentials, Path nowhere)
            throws GitException {
        KnownHosts known = KnownHosts.of(
                credentials.knownHosts(), access.url().host(), access.url().port());
        SshdSessionFactory sessions = SshSessions.with(credentials, known, access.ssh(), nowhere);
        ((SshTransport) transport).setSshSessionFactory(sessions);
        transport.setTimeout(Math.clamp(access.timeout().toSeconds(), 1, Integer.MAX_VALUE));
        return new Session(transport, Optional.of(sessions), Optional.of(known));
    }

    /** Asks for the references that matter for what is looked for. */
    Listing list(GitReference reference) throws GitException {
        return list(Advertised.wanted(reference));
    }

    /** Asks for all references. */
    Listing listAll() throws GitException {
        return list(List.of());
    }

    private Listing list(List<RefSpec> wanted) throws GitException {
        try {
            FetchConnection connection = transport.openFetch(wanted);
            return new Listing(this, connection);
        } catch (IOException | RuntimeException failed) {
            throw failure(failed);
        }
    }

    /** Fetches commits, with their whole history when the depth is 0. */
    void fetch(FetchConnection connection, Collection<ObjectId> commits, int depth, PackLimit limit)
            throws TransportException {
        transport.setDepth(depth == 0 ? null : Integer.valueOf(depth));
        List<Ref> wants = commits.stream().map(Session::want).toList();
        connection.fetch(limit, wants, Set.of());
    }

    private static Ref want(ObjectId commit) {
        return new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, commit.name(), commit);
    }

    /** What a failure of this session means. */
    GitException failure(Exception failed) {
        return Failures.of(failed, knownHosts.flatMap(KnownHosts::rejection));
    }

    @Override
    public void close() {
        transport.close();
        ssh.ifPresent(SshdSessionFactory::close);
    }
}
