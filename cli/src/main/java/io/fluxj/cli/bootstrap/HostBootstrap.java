package io.fluxj.cli.bootstrap;

import io.fluxj.archive.FolderRemoval;
import io.fluxj.cli.apply.Applier;
import io.fluxj.cli.bootstrap.SourceSecret.Names;
import io.fluxj.cli.bootstrap.host.DeployKey;
import io.fluxj.cli.bootstrap.host.GitHost;
import io.fluxj.cli.bootstrap.host.HostAccess;
import io.fluxj.cli.bootstrap.host.HostException;
import io.fluxj.cli.bootstrap.host.HostedRepository;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.installation.Bundle;
import io.fluxj.cli.secret.GivenKey;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitUrl;
import io.fluxj.git.SshAlgorithms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Bootstrap on a host with an API: the repository and who may use it, then what is the same for all hosts.
 *
 * @param session of the command
 * @param flags of every bootstrap
 * @param hostFlags of hosts
 * @param host the host
 * @param access how it is reached
 */
record HostBootstrap(Session session, BootstrapFlags flags, HostFlags hostFlags, GitHost host, HostAccess access) {
    /**
     * What differs from host to host.
     *
     * @param team what a team may do when nothing is said
     * @param gitUser who pushes over HTTPS
     * @param login by what the cluster reads, over HTTPS
     */
    record Ways(String team, String gitUser, SourceLogin login) {}

    void run(Ways ways) throws InterruptedException {
        Path work = createWork();
        try {
            run(ways, work);
        } catch (HostException refused) {
            throw new CommandFailure(refused.message(), refused);
        } catch (GitException failed) {
            throw new CommandFailure(failed.message(), failed);
        } catch (IOException unwritable) {
            throw new CommandFailure("cannot work in " + work + ": " + unwritable.getMessage(), unwritable);
        } finally {
            remove(work);
        }
    }

    static Path createWork() {
        try {
            return Files.createTempDirectory("fluxj-bootstrap-");
        } catch (IOException unwritable) {
            throw new CommandFailure(
                    "no folder can be made for temporary files: " + unwritable.getMessage(), unwritable);
        }
    }

    static void remove(Path work) {
        try {
            FolderRemoval.remove(work);
        } catch (IOException left) {
            throw new CommandFailure("cannot remove " + work + ": " + left.getMessage(), left);
        }
    }

    private void run(Ways ways, Path work) throws HostException, GitException, IOException, InterruptedException {
        Bundle bundle = Bundle.of(flags.install.settings(session.namespace()));
        Optional<GivenKey> given = flags.keys.given("");
        CommitSettings commits = flags.commits.settings(given);
        Applier applier = Applier.of(session);
        var _ = applier.cluster().served().gitVersion();
        HostedRepository repository = ensureRepository(ways.team());
        boolean byKey = usesKey(ways);
        SourceLogin login = byKey
                ? new SourceLogin.Key(
                        GitUrl.parse(repository.ssh()), flags.keys.hostKeys(), flags.keys.algorithm(), given)
                : ways.login();
        SyncSettings sync = sync(byKey ? repository.ssh() : repository.https());
        BranchWriter branch =
                new BranchWriter(git(repository, ways.gitUser()), flags.branch, commits, work, session.clock());
        new Bootstrap(session, applier, bundle, sync, flags.path(), branch)
                .run(flags.install.pullSecret(), secret(applier, sync), login);
    }

    private boolean usesKey(Ways ways) {
        return !flags.tokenAuth && !(ways.login() instanceof SourceLogin.HostToken);
    }

    private HostedRepository ensureRepository(String team) throws HostException, InterruptedException {
        session.terminal().action("connecting to %s".formatted(access.place()));
        HostedRepository repository = host.ensureRepository();
        if (repository.isNew()) {
            session.terminal().success("repository \"%s\" created".formatted(repository.https()));
        }
        for (Map.Entry<String, String> entry : hostFlags.teams(team).entrySet()) {
            if (host.ensureTeam(entry.getKey(), entry.getValue())) {
                session.terminal()
                        .success("granted \"%s\" permissions to \"%s\"".formatted(entry.getValue(), entry.getKey()));
            }
        }
        return repository;
    }

    private SyncSettings sync(String url) {
        String namespace = session.namespace();
        return new SyncSettings(
                namespace,
                url,
                flags.branch,
                hostFlags.interval(),
                flags.secretName(namespace),
                new SyncSettings.CheckoutRules(flags.submodules, flags.sparseCheckout));
    }

    private GitAccess git(HostedRepository repository, String user) {
        return new GitAccess(
                GitUrl.parse(repository.https()),
                new GitCredentials.Basic(user, access.token()),
                access.tls(),
                SshAlgorithms.DEFAULT,
                access.proxies(),
                session.timeout());
    }

    private SourceSecret secret(Applier applier, SyncSettings sync) {
        Names names = new Names(
                sync.namespace(),
                sync.secret(),
                KeyName.of(sync.namespace(), sync.secret(), flags.branch, flags.path()));
        return new SourceSecret(session, applier, names, (name, publicKey) -> {
            if (host.ensureDeployKey(new DeployKey(name, publicKey, hostFlags.writes))) {
                session.terminal().success("configured deploy key \"%s\"".formatted(name));
            }
        });
    }
}
