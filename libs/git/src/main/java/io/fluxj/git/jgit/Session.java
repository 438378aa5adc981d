package io.fluxj.git.jgit;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Talks to one remote. Opening it costs nothing; each listing opens a connection, and one fetch may follow on it. */
final class Session implements AutoCloseable {
    private final Transport transport;
    private final Guard guard;
    private final Optional<GuardedSsh> ssh;

    private Session(Transport transport, Guard guard, Optional<GuardedSsh> ssh) {
        this.transport = transport;
        this.guard = guard;
        this.ssh = ssh;
    }

    /** A session that fetches into a repository. */
    static Session open(GitAccess access, ScratchRepository scratch, Guard guard) throws GitException {
        HermeticSystemReader.install();
        try {
            Transport transport = Transport.open(scratch.repository(), address(access.url()));
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setFetchThin(false);
            return switch (access.credentials()) {
                case GitCredentials.OverSsh credentials -> {
                    GuardedSsh ssh = GuardedSsh.of(access, credentials, scratch.folder(), guard);
                    ((SshTransport) transport).setSshSessionFactory(ssh);
                    yield new Session(transport, guard, Optional.of(ssh));
                }
                case GitCredentials.None _, GitCredentials.Basic _, GitCredentials.Bearer _ -> {
                    ((TransportHttp) transport).setHttpConnectionFactory(HttpConnections.of(access, guard));
                    yield new Session(transport, guard, Optional.empty());
                }
            };
        } catch (URISyntaxException | IOException | GeneralSecurityException unusable) {
            throw Failures.of(unusable, Optional.empty());
        }
    }

    /** JGit sees no name or password over HTTP, so that it can neither misread nor tell one. */
    private static URIish address(GitUrl url) throws URISyntaxException {
        URIish address = new URIish(url.scheme() + "://" + url.place().toLowerCase(Locale.ROOT) + url.path());
        if (url.isSsh()) {
            return address.setUser(url.user().isEmpty() ? "git" : url.user());
        }
        return new URI(url.withoutUser()).getHost() == null ? address.setHost(HttpConnections.OWN_HOST) : address;
    }

    /** Asks for the references that matter for what is looked for; a fetch then brings commits without their history. */
    Listing list(GitReference reference) throws GitException {
        return list(Advertised.wanted(reference), 1);
    }

    /** Asks for all references; a fetch then brings whole histories. */
    Listing listAll() throws GitException {
        return list(List.of(), null);
    }

    /** JGit looks at the depth when the connection is opened, and never after. */
    private Listing list(List<RefSpec> wanted, @Nullable Integer depth) throws GitException {
        transport.setDepth(depth);
        try {
            FetchConnection connection = transport.openFetch(wanted);
            return new Listing(this, connection);
        } catch (IOException | RuntimeException failed) {
            throw failure(failed);
        }
    }

    /** Fetches commits on a connection on which the references were told. */
    void fetch(FetchConnection connection, Collection<ObjectId> commits) throws TransportException {
        List<Ref> wants = commits.stream().map(Session::want).toList();
        connection.fetch(new EndAtDeadline(guard.deadline()), wants, Set.of());
    }

    private static Ref want(ObjectId commit) {
        return new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, commit.name(), commit);
    }

    /** Updates references on the server; what became of each is noted in it. */
    void push(List<RemoteRefUpdate> updates, List<String> options) throws GitException {
        // any list, be it empty, is refused by servers that take no options
        transport.setPushOptions(options.isEmpty() ? null : options);
        try {
            var _ = transport.push(new EndAtDeadline(guard.deadline()), updates);
        } catch (IOException | RuntimeException failed) {
            throw failure(failed);
        }
    }

    /** What a failure of this session means. */
    GitException failure(Exception failed) {
        return Failures.of(failed, ssh);
    }

    @Override
    public void close() {
        transport.close();
        ssh.ifPresent(GuardedSsh::close);
    }
}
