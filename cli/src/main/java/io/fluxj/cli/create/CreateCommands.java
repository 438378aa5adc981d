package io.fluxj.cli.create;

import io.fluxj.cli.frame.Commands;
import io.fluxj.cli.frame.Session;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code create} with one command for each kind. */
public final class CreateCommands {
    private CreateCommands() {}

    /** For one call. */
    public static CommandSpec of(Session session) {
        return Commands.group(
                "create",
                "Create or change objects of Flux, or print them.",
                List.of(
                        sources(session),
                        Commands.of(new KustomizationCommand(session)),
                        Commands.of(new HelmReleaseCommand(session)),
                        Commands.of(new AlertCommand(session)),
                        Commands.of(new ProviderCommand(session)),
                        Commands.of(new ReceiverCommand(session)),
                        images(session),
                        secrets(session),
                        Commands.of(new TenantCommand(session))));
    }

    private static CommandSpec sources(Session session) {
        return group(
                "source",
                "Sources.",
                new GitSourceCommand(session),
                new HelmSourceCommand(session),
                new OciSourceCommand(session),
                new BucketCommand(session),
                new ChartCommand(session));
    }

    private static CommandSpec images(Session session) {
        return group(
                "image",
                "Kinds of image automation.",
                new ImageRepositoryCommand(session),
                new ImagePolicyCommand(session),
                new ImageUpdateCommand(session));
    }

    private static CommandSpec secrets(Session session) {
        return group(
                "secret",
                "Secrets in the forms that Flux reads.",
                new GitSecretCommand(session),
                new GitHubAppSecretCommand(session),
                new HelmSecretCommand(session),
                new OciSecretCommand(session),
                new TlsSecretCommand(session),
                new ProxySecretCommand(session),
                new NotationSecretCommand(session),
                new ReceiverSecretCommand(session));
    }

    private static CommandSpec group(String name, String description, Object... commands) {
        return Commands.group(
                name, description, Stream.of(commands).map(Commands::of).toList());
    }
}
