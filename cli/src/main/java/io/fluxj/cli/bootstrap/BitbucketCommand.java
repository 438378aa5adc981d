package io.fluxj.cli.bootstrap;

import io.fluxj.cli.bootstrap.HostBootstrap.Ways;
import io.fluxj.cli.bootstrap.host.BitbucketHost;
import io.fluxj.cli.bootstrap.host.HostAccess;
import io.fluxj.cli.bootstrap.host.HostException;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.FileText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bootstrap bitbucket-server}. */
@Command(
        name = "bitbucket-server",
        description =
                "Put Flux into a repository of Bitbucket Server or Data Center and let the cluster follow it. The token comes from BITBUCKET_TOKEN,"
                        + " or is asked for. For Bitbucket Cloud use bootstrap git.",
        footer =
                "@|bold Example:|@ fluxj bootstrap bitbucket-server --hostname=bitbucket.example.com --owner=my-project"
                        + " --repository=fleet-infra --path=clusters/production")
final class BitbucketCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final BootstrapFlags flags = new BootstrapFlags();

    @Mixin
    private final HostFlags host = new HostFlags();

    @Option(
            names = {"-u", "--username"},
            paramLabel = "NAME",
            description = "Who pushes over HTTPS. Default: git.")
    private String username = "git";

    BitbucketCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        flags.check();
        var wanted = host.wanted(flags.branch, Optional.empty());
        String token =
                Secrets.token(session, "BITBUCKET_TOKEN", "Please enter your Bitbucket personal access token (PAT): ");
        HostAccess access = host.access(session, "", flags.keys.hostname(), token, flags.caFile);
        try (BitbucketHost api = BitbucketHost.open(access, wanted)) {
            String authorities = FileText.textOrNothing("--ca-file", flags.caFile);
            new HostBootstrap(session, flags, host, api, access)
                    .run(new Ways("REPO_WRITE", username, new SourceLogin.Password(username, token, authorities)));
        } catch (HostException unusable) {
            throw new CommandFailure(unusable.message(), unusable);
        }
        return 0;
    }
}
