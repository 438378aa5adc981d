package io.fluxj.cli.create;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.KeyFlags;
import io.fluxj.git.GitException;
import io.fluxj.git.GitUrl;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create secret git}: a Secret to read Git repositories with. */
@Command(name = "git", description = "Create or change a Secret to read Git repositories with.")
final class GitSecretCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Mixin
    private final KeyFlags keys = new KeyFlags();

    @Option(names = "--url", paramLabel = "ADDRESS", description = "https://... or ssh://USER@HOST/PATH")
    private String url = "";

    @Option(
            names = {"-u", "--username"},
            paramLabel = "NAME",
            description = "The name, over HTTPS.")
    private String username = "";

    @Option(
            names = {"-p", "--password"},
            paramLabel = "TEXT",
            description = "The password, or the private key's passphrase.")
    private String password = "";

    @Option(names = "--bearer-token", paramLabel = "TEXT", description = "A bearer token, over HTTPS.")
    private String bearer = "";

    @Option(
            names = {"--ca-crt-file", "--ca-file"},
            paramLabel = "FILE",
            description = "The authority of the server's certificate.")
    private String caFile = "";

    GitSecretCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        GitSecret secret = new GitSecret(session, keys, session.namespace(), flags.name());
        GitUrl address = address();
        if (!address.isSsh()) {
            requirePassword();
            return new SecretCreation(session, flags).of(secret.ofPassword(username, password, bearer, caFile));
        }
        try {
            return new SecretCreation(session, flags).of(secret.ofKey(address, password, false));
        } catch (GitException failed) {
            throw new CommandFailure(failed.message(), failed);
        }
    }

    private GitUrl address() {
        try {
            return GitUrl.parse(Required.flag("url", url));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure("git URL: " + wrong.getMessage(), wrong);
        }
    }

    private void requirePassword() {
        if (bearer.isEmpty() && (username.isEmpty() || password.isEmpty())) {
            throw new CommandFailure("for Git over HTTP/S the username and password, or a bearer token is required");
        }
        if (!bearer.isEmpty() && !username.isEmpty()) {
            throw new CommandFailure("for Git over HTTP/S only one of username/password or bearer token can be given");
        }
    }
}
