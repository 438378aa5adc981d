package io.fluxj.runtime.options;

import java.util.List;
import picocli.CommandLine.Option;

/** {@code --ssh-*}: what is offered to and accepted of SSH servers. Source: flags-endpoints. */
public final class SshOptions {
    @Option(
            names = "--ssh-kex-algos",
            split = ",",
            paramLabel = "NAME",
            description = "Key exchange algorithms offered to SSH servers, most wanted first.")
    private List<String> keyExchange = List.of();

    @Option(
            names = "--ssh-hostkey-algos",
            split = ",",
            paramLabel = "NAME",
            description = "Host key algorithms accepted of SSH servers, most wanted first.")
    private List<String> hostKey = List.of();

    /** {@code --ssh-kex-algos}; empty for the usual ones. */
    public List<String> keyExchange() {
        return named(keyExchange);
    }

    /** {@code --ssh-hostkey-algos}; empty for the usual ones. */
    public List<String> hostKey() {
        return named(hostKey);
    }

    /** A flag with nothing after its {@code =} names nothing. */
    private static List<String> named(List<String> names) {
        return names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }
}
