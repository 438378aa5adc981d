package io.fluxj.cli.create;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.secret.FileText;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A name and password, and certificates, as flags give them. */
final class SecretValues {
    @Mixin
    private final LoginFlags login = new LoginFlags();

    @Option(
            names = {"--tls-crt-file", "--cert-file"},
            paramLabel = "FILE",
            description = "A client's certificate in PEM.")
    private String certificate = "";

    @Option(
            names = {"--tls-key-file", "--key-file"},
            paramLabel = "FILE",
            description = "Its private key in PEM.")
    private String key = "";

    @Option(
            names = {"--ca-crt-file", "--ca-file"},
            paramLabel = "FILE",
            description = "The authority of the server's certificate in PEM.")
    private String authority = "";

    /** What was given, the certificates under these keys. */
    Map<String, String> collected(String certificateKey, String privateKey, String authorityKey) {
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new CommandFailure("--tls-crt-file and --tls-key-file belong together");
        }
        if (login.username().isEmpty() != login.password().isEmpty()) {
            throw new CommandFailure("--username and --password belong together");
        }
        Map<String, String> values = new TreeMap<>();
        login.putInto(values);
        put(values, certificateKey, FileText.textOrNothing("--tls-crt-file", certificate));
        put(values, privateKey, FileText.textOrNothing("--tls-key-file", key));
        put(values, authorityKey, FileText.textOrNothing("--ca-crt-file", authority));
        return values;
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }
}
