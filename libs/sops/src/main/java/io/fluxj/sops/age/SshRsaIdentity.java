package io.fluxj.sops.age;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** An SSH key of type RSA. */
final class SshRsaIdentity implements Identity {
    private static final String TYPE = "ssh-rsa";
    private static final OAEPParameterSpec PADDING = new OAEPParameterSpec(
            "SHA-256",
            "MGF1",
            MGF1ParameterSpec.SHA256,
            new PSource.PSpecified("age-encryption.org/v1/ssh-rsa".getBytes(US_ASCII)));

    private final String fingerprint;
    private final PrivateKey key;

    SshRsaIdentity(byte[] sshPublicKey, PrivateKey key) {
        this.fingerprint = SshFingerprint.of(sshPublicKey);
        this.key = key;
    }

    @Override
    public Optional<byte[]> open(Stanza stanza) throws AgeException {
        if (!stanza.type().equals(TYPE)) {
            return Optional.empty();
        }
        stanza.requireArguments(1);
        if (!stanza.arguments().getFirst().equals(fingerprint)) {
            return Optional.empty();
        }
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, PADDING);
            return Optional.of(cipher.doFinal(stanza.body()));
        } catch (GeneralSecurityException e) {
            throw new AgeException("failed to decrypt file key");
        }
    }
}
