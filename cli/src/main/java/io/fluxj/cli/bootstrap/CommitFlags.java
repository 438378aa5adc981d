package io.fluxj.cli.bootstrap;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.secret.FileText;
import io.fluxj.cli.secret.GivenKey;
import io.fluxj.git.NewCommit;
import io.fluxj.git.sign.CommitSigner;
import io.fluxj.git.sign.OpenPgpSigner;
import io.fluxj.git.sign.SigningException;
import io.fluxj.git.sign.SshSigner;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who commits, and whether that is signed. */
final class CommitFlags {
    @Option(names = "--author-name", paramLabel = "NAME", description = "Who commits. Default: Flux.")
    private String authorName = "Flux";

    @Option(names = "--author-email", paramLabel = "ADDRESS", description = "The address of whoever commits.")
    private String authorEmail = "";

    @Option(
            names = "--commit-message-appendix",
            paramLabel = "TEXT",
            description = "Put at the end of every message, such as '[ci skip]'.")
    private String appendix = "";

    @Option(names = "--gpg-key-ring", paramLabel = "FILE", description = "OpenPGP secret keys to sign commits with.")
    private String keyRing = "";

    @Option(names = "--gpg-passphrase", paramLabel = "TEXT", description = "The passphrase of the OpenPGP key.")
    private String gpgPassphrase = "";

    @Option(names = "--gpg-key-id", paramLabel = "ID", description = "Which key of the ring; else the first.")
    private String keyId = "";

    @Option(
            names = "--ssh-signing-key-file",
            paramLabel = "FILE",
            description = "An SSH private key to sign commits with.")
    private String sshKey = "";

    @Option(
            names = {"--ssh-signing-password", "--ssh-signing-passphrase"},
            paramLabel = "TEXT",
            description = "The passphrase of that key.")
    private String sshPassphrase = "";

    @Option(names = "--ssh-signing-reuse-private-key", description = "Sign commits with the key of --private-key-file.")
    private boolean reuseKey;

    /** Refuses what contradicts itself. */
    void check(String privateKeyFile) {
        if (reuseKey && privateKeyFile.isEmpty()) {
            throw new CommandFailure("--ssh-signing-reuse-private-key needs --private-key-file");
        }
        if (!keyRing.isEmpty() && (reuseKey || !sshKey.isEmpty())) {
            throw new CommandFailure("sign either by --gpg-key-ring or by an SSH key, not by both");
        }
    }

    /** Where the host makes the key, there is none to sign with. */
    void refuseReuse(String host) {
        if (reuseKey) {
            throw new CommandFailure("--ssh-signing-reuse-private-key is not supported by bootstrap " + host
                    + ", whose deploy keys sign nothing; name a key by --ssh-signing-key-file");
        }
    }

    CommitSettings settings(Optional<GivenKey> given) {
        return new CommitSettings(new NewCommit.Author(authorName, authorEmail), signer(given), appendix);
    }

    private Optional<CommitSigner> signer(Optional<GivenKey> given) {
        try {
            if (!keyRing.isEmpty()) {
                byte[] ring = FileText.bytes("--gpg-key-ring", keyRing);
                OpenPgpSigner signer = OpenPgpSigner.of(ring, gpgPassphrase, keyId);
                signer.check();
                return Optional.of(signer);
            }
            if (reuseKey && given.isPresent()) {
                return Optional.of(SshSigner.of(
                        given.get().keys().privateKey(), given.get().passphrase()));
            }
            return sshKey.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SshSigner.of(FileText.text("--ssh-signing-key-file", sshKey), sshPassphrase));
        } catch (SigningException unusable) {
            throw new CommandFailure("commits cannot be signed: " + unusable.message(), unusable);
        }
    }
}
