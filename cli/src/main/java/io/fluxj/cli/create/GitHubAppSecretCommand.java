package io.fluxj.cli.create;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.FileText;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create secret githubapp}: a Secret of a GitHub App. */
@Command(name = "githubapp", description = "Create or change a Secret of a GitHub App.")
final class GitHubAppSecretCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Option(
            names = {"--app-id", "--app-client-id"},
            paramLabel = "ID",
            description = "The App.")
    private String app = "";

    @Option(names = "--app-installation-id", paramLabel = "ID", description = "Its installation.")
    private String installation = "";

    @Option(
            names = "--app-installation-owner",
            paramLabel = "NAME",
            description = "Whose installation, in place of its ID.")
    private String owner = "";

    @Option(names = "--app-private-key", paramLabel = "FILE", description = "Its private key in PEM.")
    private String key = "";

    @Option(names = "--app-base-url", paramLabel = "ADDRESS", description = "The API of one's own GitHub.")
    private String baseUrl = "";

    GitHubAppSecretCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Map<String, String> values = new TreeMap<>();
        values.put("githubAppID", Required.flag("--app-id", app));
        if (installation.isEmpty() == owner.isEmpty()) {
            throw new CommandFailure("give either --app-installation-id or --app-installation-owner");
        }
        if (installation.isEmpty()) {
            values.put("githubAppInstallationOwner", owner);
        } else {
            values.put("githubAppInstallationID", installation);
        }
        values.put("githubAppPrivateKey", FileText.text("--app-private-key", Required.flag("--app-private-key", key)));
        if (!baseUrl.isEmpty()) {
            values.put("githubAppBaseURL", baseUrl);
        }
        return new SecretCreation(session, flags).of("Opaque", values);
    }
}
