package io.fluxj.sops.pgp;

import io.fluxj.sops.key.KeyException;
import java.util.HexFormat;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** A secret key and what unlocks it. */
final class SecretKey {
    private final PGPSecretKey key;
    private final char[] passphrase;

    /** @param passphrase empty if there is none */
    SecretKey(PGPSecretKey key, String passphrase) {
        this.key = key;
        this.passphrase = passphrase.toCharArray();
    }

    /** @throws KeyException if the passphrase is another, or the file holds only the public part */
    PGPPrivateKey unlocked() throws KeyException {
        try {
            PGPPrivateKey secret = key.extractPrivateKey(
                    new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(passphrase));
            if (secret != null) {
                return secret;
            }
        } catch (PGPException locked) {
            // answered below
        }
        throw new KeyException("could not decrypt data key with PGP key: the secret key "
                + HexFormat.of().withUpperCase().toHexDigits(key.getKeyID())
                + " is locked by a passphrase that was not given, or its secret part is missing");
    }
}
