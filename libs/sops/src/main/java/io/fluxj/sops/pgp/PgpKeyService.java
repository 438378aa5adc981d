package io.fluxj.sops.pgp;

import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import io.fluxj.sops.key.MasterKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/** Opens OpenPGP messages with secret keys that have no passphrase. */
public final class PgpKeyService implements KeyService {
    /** A key of the data has 32 bytes, a share 33. */
    private static final int LARGEST = 4_096;

    private static final int MOST_LAYERS = 4;

    private final PgpKeys keys;

    /** With these and no other keys. */
    public PgpKeyService(PgpKeys keys) {
        this.keys = keys;
    }

    @Override
    public boolean serves(MasterKey key) {
        return key instanceof MasterKey.Pgp;
    }

    @Override
    public byte[] decrypt(MasterKey key) throws KeyException {
        byte[] message = key.encrypted().getBytes(StandardCharsets.UTF_8);
        try (ArmoredInputStream armored =
                ArmoredInputStream.builder().setIgnoreCRC(true).build(new ByteArrayInputStream(message))) {
            return decrypt(encrypted(armored));
        } catch (IOException | PGPException | RuntimeException e) {
            throw failed("the message is malformed or was changed");
        }
    }

    private static KeyException failed(String why) {
        return new KeyException("could not decrypt data key with PGP key: " + why);
    }

    private static PGPEncryptedDataList encrypted(InputStream message) throws IOException, KeyException {
        for (Object each : new BcPGPObjectFactory(message)) {
            if (each instanceof PGPEncryptedDataList list) {
                return list;
            }
        }
        throw failed("there is no encrypted message");
    }

    private byte[] decrypt(PGPEncryptedDataList message) throws IOException, PGPException, KeyException {
        List<String> recipients = new ArrayList<>();
        for (PGPEncryptedData each : message) {
            if (each instanceof PGPPublicKeyEncryptedData data) {
                recipients.add(HexFormat.of()
                        .withUpperCase()
                        .toHexDigits(data.getKeyIdentifier().getKeyId()));
                Optional<byte[]> plain = decrypt(data);
                if (plain.isPresent()) {
                    return plain.get();
                }
            }
        }
        throw failed("no secret key for any of the recipients " + String.join(", ", recipients));
    }

    /** A message may hide whom it is for: then each key is tried. */
    private Optional<byte[]> decrypt(PGPPublicKeyEncryptedData data) throws IOException, PGPException, KeyException {
        long id = data.getKeyIdentifier().getKeyId();
        if (id != 0) {
            Optional<SecretKey> key = keys.get(id);
            return key.isPresent() ? Optional.of(decrypt(data, key.get())) : Optional.empty();
        }
        for (SecretKey key : keys.all()) {
            try {
                return Optional.of(decrypt(data, key));
            } catch (PGPException | IllegalStateException | KeyException notForIt) {
                // the next one may fit
            }
        }
        return Optional.empty();
    }

    private static byte[] decrypt(PGPPublicKeyEncryptedData data, SecretKey key)
            throws IOException, PGPException, KeyException {
        PGPPrivateKey secret = key.unlocked();
        try (InputStream plain = data.getDataStream(new BcPublicKeyDataDecryptorFactory(secret))) {
            byte[] literal = literal(plain);
            plain.transferTo(OutputStream.nullOutputStream());
            if (data.isIntegrityProtected() && !data.verify()) {
                throw failed("the message was changed");
            }
            if (!data.isIntegrityProtected()) {
                throw failed("the message is not protected against changes");
            }
            return literal;
        }
    }

    private static byte[] literal(InputStream plain) throws IOException, PGPException, KeyException {
        InputStream layer = plain;
        for (int i = 0; i < MOST_LAYERS; i++) {
            Object object = new BcPGPObjectFactory(layer).nextObject();
            if (object instanceof PGPLiteralData literal) {
                return bounded(literal.getInputStream());
            }
            if (!(object instanceof PGPCompressedData compressed)) {
                break;
            }
            layer = compressed.getDataStream();
        }
        throw failed("the message holds no data");
    }

    private static byte[] bounded(InputStream data) throws IOException, KeyException {
        byte[] bytes = data.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw failed("the message holds more than a key");
        }
        return bytes;
    }
}
