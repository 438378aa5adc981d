package io.fluxj.cli.create;

import io.fluxj.cli.frame.Session;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create secret proxy}: a Secret with the address of a proxy. */
@Command(name = "proxy", description = "Create or change a Secret with the address of a proxy.")
final class ProxySecretCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Option(names = "--address", paramLabel = "ADDRESS", description = "http://HOST:PORT")
    private String address = "";

    @Mixin
    private final LoginFlags login = new LoginFlags();

    ProxySecretCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Map<String, String> values = new TreeMap<>(Map.of("address", Required.flag("address", address)));
        login.putInto(values);
        return new SecretCreation(session, flags).of("Opaque", values);
    }
}
