package io.fluxj.cli.bootstrap;

import io.fluxj.cli.bootstrap.HostBootstrap.Ways;
import io.fluxj.cli.bootstrap.host.GiteaHost;
import io.fluxj.cli.bootstrap.host.HostAccess;
import io.fluxj.cli.bootstrap.host.HostException;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.FileText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bootstrap gitea}. */
@Command(
        name = "gitea",
        description =
                "Put Flux into a repository of Gitea or Forgejo and let the cluster follow it. The token comes from GITEA_TOKEN, or is asked for.",
        footer =
                "@|bold Example:|@ fluxj bootstrap gitea --hostname=git.example.com --owner=my-org --repository=fleet-infra"
                        + " --path=clusters/production")
final class GiteaCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final BootstrapFlags flags = new BootstrapFlags();

    @Mixin
    private final HostFlags host = new HostFlags();

    GiteaCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        flags.check();
        flags.commits.refuseReuse("gitea");
        var wanted = host.wanted(flags.branch, Optional.empty());
        String token = Secrets.token(session, "GITEA_TOKEN", "Please enter your Gitea personal access token (PAT): ");
        HostAccess access = host.access(session, "gitea.com", flags.keys.hostname(), token, flags.caFile);
        try (GiteaHost api = GiteaHost.open(access, wanted)) {
            String authorities = FileText.textOrNothing("--ca-file", flags.caFile);
            new HostBootstrap(session, flags, host, api, access)
                    .run(new Ways(
                            "maintain", host.owner(), new SourceLogin.Password(host.owner(), token, authorities)));
        } catch (HostException unusable) {
            throw new CommandFailure(unusable.message(), unusable);
        }
        return 0;
    }
}
