package io.fluxj.automation.source;

import io.fluxj.api.image.v1.SigningKey;
import io.fluxj.api.image.v1.SigningKeyType;
import io.fluxj.git.sign.CommitSigner;
import io.fluxj.git.sign.OpenPgpSigner;
import io.fluxj.git.sign.SigningException;
import io.fluxj.git.sign.SshSigner;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretData;
import io.fluxj.runtime.secret.SecretReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keys that commits are signed with. Source: behaviour §0.2.
 *
 * @param secrets reads them
 */
record SigningKeys(SecretReader secrets) {
    private static final String GPG = "git.asc";
    private static final String SSH = "identity";

    Optional<CommitSigner> signer(String namespace, @Nullable SigningKey key) throws SourceException {
        if (key == null) {
            return Optional.empty();
        }
        String name = key.secretRef().name();
        SecretData data = secrets.secret(namespace, name)
                .orElseThrow(() -> new SourceException(
                        "could not find signing key secret '" + name + "': secrets \"" + name + "\" not found"));
        NamedSecret secret = new NamedSecret(namespace, name, data);
        boolean isSsh = key.type() != null && key.type().is(SigningKeyType.SSH);
        String field = isSsh ? SSH : GPG;
        if (!secret.has(field)) {
            throw new SourceException("signing key secret '" + name + "' does not contain a '" + field + "' key");
        }
        try {
            return Optional.of(isSsh ? SshSigner.of(secret.text(SSH), secret.text("password")) : openPgp(secret));
        } catch (SigningException unusable) {
            throw new SourceException(
                    "signing key secret '" + name + "' cannot be used: " + unusable.message(), unusable);
        }
    }

    private static CommitSigner openPgp(NamedSecret secret) throws SigningException, SourceException {
        OpenPgpSigner signer = OpenPgpSigner.of(secret.text(GPG), secret.text("passphrase"));
        if (signer.isProtected() && secret.text("passphrase").isEmpty()) {
            throw new SourceException(
                    "can not use passphrase protected signing key without 'passphrase' field present in secret "
                            + secret.name());
        }
        signer.check();
        return signer;
    }
}
