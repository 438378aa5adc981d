package io.fluxj.cli.bootstrap;

import io.fluxj.cli.frame.Commands;
import io.fluxj.cli.frame.Session;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code bootstrap} with one command for each kind of host. */
public final class BootstrapCommands {
    private BootstrapCommands() {}

    /** For one call. */
    public static CommandSpec of(Session session) {
        return Commands.group(
                "bootstrap",
                "Put Flux into a Git repository and a cluster, which from then on follows it.",
                List.of(
                        Commands.of(new GitHubCommand(session)),
                        Commands.of(new GitLabCommand(session)),
                        Commands.of(new GiteaCommand(session)),
                        Commands.of(new BitbucketCommand(session)),
                        Commands.of(new GitCommand(session))));
    }
}
