package io.fluxj.cli.secret;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.ssh.SshKeyPair;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Keys of SSH. */
public final class KeyFlags {
    @Option(
            names = "--ssh-key-algorithm",
            paramLabel = "NAME",
            description = "ecdsa (default), rsa or ed25519, for a new key.")
    private String algorithm = "ecdsa";

    @Option(names = "--ssh-rsa-bits", paramLabel = "BITS", description = "Size of a new RSA key. Default: 2048.")
    private int rsaBits = 2048;

    @Option(
            names = "--ssh-ecdsa-curve",
            paramLabel = "CURVE",
            description = "p256, p384 (default) or p521, for a new key.")
    private String curve = "p384";

    @Option(
            names = "--ssh-hostname",
            paramLabel = "HOST[:PORT]",
            description = "Where Git listens for SSH, when that is elsewhere.")
    private String hostname = "";

    @Option(
            names = "--ssh-hostkey-algos",
            split = ",",
            paramLabel = "NAMES",
            description = "Which keys the server may have, most wanted first.")
    private List<String> hostKeys = List.of();

    @Option(
            names = "--private-key-file",
            paramLabel = "FILE",
            description = "A private key that the host knows already.")
    private String privateKeyFile = "";

    /** Of a new key. */
    public SshKeyPair.Algorithm algorithm() {
        try {
            return switch (algorithm) {
                case "rsa" -> new SshKeyPair.Algorithm.Rsa(rsaBits);
                case "ecdsa" -> new SshKeyPair.Algorithm.Ecdsa(curve());
                case "ed25519" -> new SshKeyPair.Algorithm.Ed25519();
                default ->
                    throw new CommandFailure("--ssh-key-algorithm must be rsa, ecdsa or ed25519, not " + algorithm);
            };
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private int curve() {
        if (!curve.matches("p[0-9]{3}")) {
            throw new CommandFailure("--ssh-ecdsa-curve must be p256, p384 or p521, not " + curve);
        }
        return Integer.parseInt(curve.substring(1));
    }

    /**
     * The key of {@code --private-key-file}.
     *
     * @param passphrase used where the key needs one
     */
    public Optional<GivenKey> given(String passphrase) throws GitException {
        if (privateKeyFile.isEmpty()) {
            return Optional.empty();
        }
        String text = FileText.text("--private-key-file", privateKeyFile);
        String needed = new GitCredentials.Ssh(text, passphrase, "").isEncrypted() ? passphrase : "";
        return Optional.of(new GivenKey(SshKeyPair.of(text, needed), needed));
    }

    /** Algorithms of the server's key, most wanted first. */
    public List<String> hostKeys() {
        return hostKeys;
    }

    /** Where Git listens for SSH; empty for the host itself. */
    public String hostname() {
        return hostname;
    }

    /** File of a key that is there already; empty for none. */
    public String privateKeyFile() {
        return privateKeyFile;
    }
}
