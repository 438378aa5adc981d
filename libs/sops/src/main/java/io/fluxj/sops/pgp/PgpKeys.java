package io.fluxj.sops.pgp;

import io.fluxj.sops.key.KeyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/** OpenPGP secret keys by the numbers that messages name them with. */
public final class PgpKeys {
    /** Of several blocks the library reads the first only. */
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN PGP PRIVATE KEY BLOCK-----.*?-----END PGP PRIVATE KEY BLOCK-----", Pattern.DOTALL);

    private final Map<Long, SecretKey> keys = new HashMap<>();

    /** None. */
    public PgpKeys() {}

    /** As {@link #add(String, String)}, of keys without a passphrase. */
    public PgpKeys add(String file) throws KeyException {
        return add(file, "");
    }

    /**
     * Adds the secret keys of armoured blocks.
     *
     * @param passphrase of all of them
     * @throws KeyException if a block cannot be read; the message tells nothing of it
     */
    public PgpKeys add(String file, String passphrase) throws KeyException {
        Matcher blocks = BLOCK.matcher(file);
        boolean found = false;
        while (blocks.find()) {
            found = true;
            addBlock(blocks.group(), passphrase);
        }
        if (!found && !file.isBlank()) {
            throw new KeyException("cannot import armored key data: no PGP private key block found");
        }
        return this;
    }

    private void addBlock(String block, String passphrase) throws KeyException {
        byte[] bytes = block.getBytes(StandardCharsets.UTF_8);
        try (ArmoredInputStream armored =
                ArmoredInputStream.builder().setIgnoreCRC(true).build(new ByteArrayInputStream(bytes))) {
            for (PGPSecretKeyRing ring : new PGPSecretKeyRingCollection(armored, new BcKeyFingerprintCalculator())) {
                ring.forEach(key -> keys.put(key.getKeyID(), new SecretKey(key, passphrase)));
            }
        } catch (IOException | PGPException | RuntimeException e) {
            throw new KeyException("cannot import armored key data: the block is malformed");
        }
    }

    Optional<SecretKey> get(long id) {
        return Optional.ofNullable(keys.get(id));
    }

    Iterable<SecretKey> all() {
        return keys.values();
    }
}
