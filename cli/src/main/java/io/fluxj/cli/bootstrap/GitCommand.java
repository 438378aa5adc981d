package io.fluxj.cli.bootstrap;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.apply.ObjectRef;
import io.fluxj.cli.apply.Applier;
import io.fluxj.cli.bootstrap.SourceSecret.Names;
import io.fluxj.cli.bootstrap.host.HostException;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.installation.Bundle;
import io.fluxj.cli.secret.FileText;
import io.fluxj.cli.secret.GivenKey;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitUrl;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.git.ssh.HostKeyScan;
import io.fluxj.git.ssh.SshKeyPair;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.net.tls.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bootstrap git}: any Git server, without an API of its own. */
@Command(
        name = "git",
        description =
                "Put Flux into any Git repository and let the cluster follow it: over HTTPS with a name and password (or GIT_PASSWORD),"
                        + " or over SSH with a key.",
        footer = "@|bold Example:|@ fluxj bootstrap git --url=ssh://git@example.com/org/fleet-infra"
                + " --private-key-file=$HOME/.ssh/id_ed25519 --path=clusters/production")
final class GitCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final BootstrapFlags flags = new BootstrapFlags();

    @Option(
            names = "--url",
            paramLabel = "ADDRESS",
            description = "The repository: https://... or ssh://USER@HOST/PATH.")
    private String url = "";

    @Option(
            names = {"-u", "--username"},
            paramLabel = "NAME",
            description = "Who pushes over HTTPS. Default: git.")
    private String username = "git";

    @Option(
            names = {"-p", "--password"},
            paramLabel = "TEXT",
            description = "The password or token, or the passphrase of the private key; better in GIT_PASSWORD.")
    private String password = "";

    @Option(
            names = "--interval",
            paramLabel = "DURATION",
            description = "How often the cluster looks at the repository. Default: 1m.")
    private Duration interval = Duration.ofMinutes(1);

    @Option(
            names = {"-s", "--silent"},
            description = "Do not ask whether the host knows the public key.")
    private boolean silent;

    @Option(
            names = "--allow-insecure-http",
            description = "Accept an address of http://, which everybody on the way can read.")
    private boolean insecure;

    @Option(names = "--with-bearer-token", description = "The password is a bearer token.")
    private boolean bearer;

    GitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        flags.check();
        GitUrl address = address();
        Path work = HostBootstrap.createWork();
        try {
            run(address, work);
        } catch (GitException failed) {
            throw new CommandFailure(failed.message(), failed);
        } catch (HostException | IOException failed) {
            throw new CommandFailure(String.valueOf(failed.getMessage()), failed);
        } finally {
            HostBootstrap.remove(work);
        }
        return 0;
    }

    private GitUrl address() {
        if (url.isBlank()) {
            throw new CommandFailure("--url is required: the address of the repository");
        }
        try {
            GitUrl address = GitUrl.parse(url.strip());
            if (address.scheme().equals("http") && !insecure) {
                throw new CommandFailure(
                        "scheme http:// needs --allow-insecure-http: everybody on the way can read the password");
            }
            return address;
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure("--url: " + wrong.getMessage(), wrong);
        }
    }

    private void run(GitUrl address, Path work) throws GitException, HostException, IOException, InterruptedException {
        Bundle bundle = Bundle.of(flags.install.settings(session.namespace()));
        Applier applier = Applier.of(session);
        var _ = applier.cluster().served().gitVersion();
        Login login = address.isSsh() ? byKey(address, applier) : byPassword(address);
        CommitSettings commits = flags.commits.settings(login.key());
        SyncSettings sync = sync(address);
        BranchWriter branch = new BranchWriter(login.access(), flags.branch, commits, work, session.clock());
        Names names = new Names(sync.namespace(), sync.secret(), "");
        SourceSecret secret = new SourceSecret(session, applier, names, (_, _) -> {});
        new Bootstrap(session, applier, bundle, sync, flags.path(), branch)
                .run(flags.install.pullSecret(), secret, login.source());
    }

    /** How we get in, and how the cluster will. */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private record Login(GitAccess access, SourceLogin source, Optional<GivenKey> key) {}

    private Login byPassword(GitUrl address) {
        String given = !password.isEmpty() ? password : session.environment().getOrDefault("GIT_PASSWORD", "");
        String fromAddress = given.isEmpty() ? address.password() : given;
        String secret = fromAddress.isEmpty()
                ? Secrets.asked(session, "Please enter your Git repository password: ")
                : fromAddress;
        if (secret.isEmpty()) {
            throw new CommandFailure(
                    "the password is missing: put it into GIT_PASSWORD, or name a repository over ssh://");
        }
        String authorities = FileText.textOrNothing("--ca-file", flags.caFile);
        String user = address.user().isEmpty() ? username : address.user();
        GitCredentials who = bearer ? new GitCredentials.Bearer(secret) : new GitCredentials.Basic(user, secret);
        SourceLogin source = bearer
                ? new SourceLogin.Bearer(secret, authorities)
                : new SourceLogin.Password(user, secret, authorities);
        return new Login(access(GitUrl.parse(address.withoutUser()), who), source, Optional.empty());
    }

    private Login byKey(GitUrl address, Applier applier) throws GitException {
        String passphrase =
                !password.isEmpty() ? password : session.environment().getOrDefault("GIT_PASSWORD", "");
        GivenKey key = flags.keys.given(passphrase).or(() -> stored(applier)).orElseGet(this::newKey);
        String known =
                new HostKeyScan(address.host(), address.port(), flags.keys.hostKeys()).knownHosts(session.timeout());
        GitCredentials who = new GitCredentials.Ssh(key.keys().privateKey(), key.passphrase(), known);
        return new Login(
                access(address, who),
                new SourceLogin.Key(address, flags.keys.hostKeys(), flags.keys.algorithm(), Optional.of(key)),
                Optional.of(key));
    }

    /** The cluster's own key, of an earlier run. */
    private Optional<GivenKey> stored(Applier applier) {
        String namespace = session.namespace();
        return applier.cluster()
                .get(new ObjectRef("", "v1", "Secret", namespace, flags.secretName(namespace)))
                .filter(secret -> !SourceSecret.text(secret, "identity").isEmpty())
                .map(secret -> new GivenKey(
                        new SshKeyPair(
                                SourceSecret.text(secret, "identity"), SourceSecret.text(secret, "identity.pub")),
                        SourceSecret.text(secret, "password")));
    }

    private GivenKey newKey() {
        SshKeyPair keys = SshKeyPair.generate(flags.keys.algorithm());
        session.terminal().success("public key: %s".formatted(keys.publicKey().strip()));
        if (!silent
                && !session.terminal()
                        .confirm(
                                "Please give the key access to your repository, to read and to write. Is that done?")) {
            throw new CommandFailure("stopped; the host must know the key first, or name one by --private-key-file");
        }
        return new GivenKey(keys, "");
    }

    private GitAccess access(GitUrl address, GitCredentials who) {
        TlsConfig tls = flags.caFile.isEmpty()
                ? TlsConfig.SYSTEM
                : TlsConfig.trusting(Trust.besideSystem(FileText.text("--ca-file", flags.caFile)));
        SshAlgorithms algorithms = new SshAlgorithms(List.of(), flags.keys.hostKeys());
        return new GitAccess(address, who, tls, algorithms, HostFlags.proxies(session), session.timeout());
    }

    private SyncSettings sync(GitUrl address) {
        String namespace = session.namespace();
        String shown = address.isSsh() ? url.strip() : address.withoutUser();
        return new SyncSettings(
                namespace,
                shown,
                flags.branch,
                GoDuration.of(interval).toString(),
                flags.secretName(namespace),
                new SyncSettings.CheckoutRules(flags.submodules, flags.sparseCheckout));
    }
}
