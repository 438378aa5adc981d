package io.fluxj.runtime.options;

import io.fluxj.runtime.peer.PeerMode;
import io.fluxj.runtime.peer.PeerSettings;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --peer-*}: how controllers recognise each other. Fluxj's own. */
public final class PeerOptions {
    @Option(
            names = "--peer-security",
            defaultValue = "disabled",
            description = "How much other controllers must prove of themselves, one of: ${COMPLETION-CANDIDATES}.")
    private PeerMode mode = PeerMode.disabled;

    @Option(
            names = "--peer-tls-secret",
            defaultValue = "fluxj-peers",
            paramLabel = "NAME",
            description =
                    "Secret with ca.crt, tls.crt and tls.key in the namespace of the controllers; made where there is none.")
    private String secret = "";

    @Option(
            names = "--peer-token-file",
            defaultValue = "/var/run/secrets/fluxj.io/peer/token",
            paramLabel = "FILE",
            description = "Token of the controller's service account for the audience " + PeerSettings.AUDIENCE + ".")
    private Path token = Path.of("");

    @Option(
            names = "--peer-accounts",
            split = ",",
            paramLabel = "NAMESPACE/NAME",
            description =
                    "Service accounts that may call, NAMESPACE/* for all of a namespace; by default those of the controllers' namespace.")
    private List<String> accounts = List.of();

    /**
     * The settings of an installation.
     *
     * @throws IllegalArgumentException when an account cannot be one
     */
    public PeerSettings in(String namespace) {
        return new PeerSettings(mode, namespace, secret, token, accounts);
    }
}
