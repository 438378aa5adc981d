package io.fluxj.cli.bootstrap;

import io.fluxj.cli.bootstrap.HostBootstrap.Ways;
import io.fluxj.cli.bootstrap.host.GitHubHost;
import io.fluxj.cli.bootstrap.host.HostAccess;
import io.fluxj.cli.bootstrap.host.HostException;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.FileText;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bootstrap github}. */
@Command(
        name = "github",
        description =
                "Put Flux into a GitHub repository and let the cluster follow it. The token comes from GITHUB_TOKEN, or is asked for.",
        footer =
                "@|bold Example:|@ fluxj bootstrap github --owner=my-org --repository=fleet-infra --path=clusters/production")
final class GitHubCommand implements Callable<Integer> {
    private static final String USUAL = "github.com";

    private final Session session;

    @Mixin
    private final BootstrapFlags flags = new BootstrapFlags();

    @Mixin
    private final HostFlags host = new HostFlags();

    GitHubCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        flags.check();
        flags.commits.refuseReuse("github");
        var wanted = host.wanted(flags.branch, Optional.empty());
        String token = Secrets.token(session, "GITHUB_TOKEN", "Please enter your GitHub personal access token (PAT): ");
        HostAccess access = host.access(session, USUAL, flags.keys.hostname(), token, flags.caFile);
        Optional<URI> server = access.place().getHost().equals(USUAL)
                ? Optional.of(URI.create("https://api.github.com"))
                : Optional.empty();
        try (GitHubHost api = GitHubHost.open(access, server, wanted)) {
            String authorities = FileText.textOrNothing("--ca-file", flags.caFile);
            new HostBootstrap(session, flags, host, api, access)
                    .run(new Ways("maintain", "git", new SourceLogin.Password("git", token, authorities)));
        } catch (HostException unusable) {
            throw new CommandFailure(unusable.message(), unusable);
        }
        return 0;
    }
}
