package io.fluxj.cli.create;

import io.fluxj.cli.frame.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code create secret helm}: a Secret to read Helm repositories with. */
@Command(name = "helm", description = "Create or change a Secret to read Helm repositories with.")
final class HelmSecretCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Mixin
    private final SecretValues values = new SecretValues();

    HelmSecretCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return new SecretCreation(session, flags).of("", values.collected("tls.crt", "tls.key", "ca.crt"));
    }
}
