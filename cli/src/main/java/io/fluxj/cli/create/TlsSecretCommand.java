package io.fluxj.cli.create;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code create secret tls}: a Secret of certificates. */
@Command(name = "tls", description = "Create or change a Secret of certificates.")
final class TlsSecretCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Mixin
    private final SecretValues values = new SecretValues();

    TlsSecretCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Map<String, String> given = values.collected("tls.crt", "tls.key", "ca.crt");
        if (!given.containsKey("tls.crt") && !given.containsKey("ca.crt")) {
            throw new CommandFailure("--tls-crt-file with --tls-key-file, or --ca-crt-file is required");
        }
        return new SecretCreation(session, flags).of("", given);
    }
}
