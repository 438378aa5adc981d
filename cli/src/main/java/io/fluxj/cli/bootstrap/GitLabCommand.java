package io.fluxj.cli.bootstrap;

import io.fluxj.cli.bootstrap.HostBootstrap.Ways;
import io.fluxj.cli.bootstrap.host.GitLabHost;
import io.fluxj.cli.bootstrap.host.HostAccess;
import io.fluxj.cli.bootstrap.host.HostException;
import io.fluxj.cli.bootstrap.host.WantedRepository.Visibility;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.FileText;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bootstrap gitlab}. */
@Command(
        name = "gitlab",
        description =
                "Put Flux into a GitLab project and let the cluster follow it. The token comes from GITLAB_TOKEN, or is asked for.",
        footer =
                "@|bold Example:|@ fluxj bootstrap gitlab --owner=group/subgroup --repository=fleet-infra --path=clusters/production")
final class GitLabCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final BootstrapFlags flags = new BootstrapFlags();

    @Mixin
    private final HostFlags host = new HostFlags();

    @Option(names = "--visibility", paramLabel = "WHO", description = "Of a new project: private, internal or public.")
    private @Nullable Visibility visibility;

    @Option(
            names = "--deploy-token-auth",
            description = "The cluster reads the project by a token that GitLab makes for it, over HTTPS.")
    private boolean deployToken;

    GitLabCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        flags.check();
        if (flags.tokenAuth && deployToken) {
            throw new CommandFailure("--token-auth and --deploy-token-auth contradict each other; choose one");
        }
        var wanted = host.wanted(flags.branch, Optional.ofNullable(visibility));
        String token = Secrets.token(session, "GITLAB_TOKEN", "Please enter your GitLab personal access token (PAT): ");
        HostAccess access = host.access(session, "gitlab.com", flags.keys.hostname(), token, flags.caFile);
        try (GitLabHost api = GitLabHost.open(access, wanted)) {
            String authorities = FileText.textOrNothing("--ca-file", flags.caFile);
            SourceLogin login = deployToken
                    ? new SourceLogin.HostToken(api, authorities)
                    : new SourceLogin.Password("git", token, authorities);
            new HostBootstrap(session, flags, host, api, access).run(new Ways("maintain", "git", login));
        } catch (HostException unusable) {
            throw new CommandFailure(unusable.message(), unusable);
        }
        return 0;
    }
}
