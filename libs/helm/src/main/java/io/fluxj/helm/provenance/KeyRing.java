package io.fluxj.helm.provenance;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRingCollection;
import org.jspecify.annotations.Nullable;

/** Public keys of those whose signatures count. */
public final class KeyRing {
    private static final int MOST_BYTES = 4 << 20;
    private static final String BEGIN = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
    private static final String HOW = "give what gpg --export --armor prints";

    private final List<PGPPublicKeyRing> keys;

    private KeyRing(List<PGPPublicKeyRing> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads keys.
     *
     * @param data what {@code gpg --export} gives, with or without {@code --armor}; armoured texts may follow each other
     * @throws HelmException when it is too large, malformed or holds no public key
     */
    public static KeyRing of(byte[] data) {
        if (data.length > MOST_BYTES) {
            throw new HelmException(
                    Subject.LIMIT, "key ring has " + data.length + " bytes, more than the " + MOST_BYTES + " allowed");
        }
        List<PGPPublicKeyRing> keys = new ArrayList<>();
        try {
            String text = new String(data, StandardCharsets.ISO_8859_1);
            if (text.contains(BEGIN)) {
                for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
                    keys.addAll(read(armour(text.substring(at))));
                }
            } else {
                keys.addAll(read(new ByteArrayInputStream(data)));
            }
        } catch (IOException | PGPException | RuntimeException e) {
            throw new HelmException(Subject.PROVENANCE, "key ring is malformed", e).advising(HOW);
        }
        if (keys.isEmpty()) {
            throw new HelmException(Subject.PROVENANCE, "key ring holds no public key").advising(HOW);
        }
        return new KeyRing(keys);
    }

    private static List<PGPPublicKeyRing> read(InputStream data) throws IOException, PGPException {
        List<PGPPublicKeyRing> read = new ArrayList<>();
        new BcPGPPublicKeyRingCollection(data).forEach(read::add);
        return read;
    }

    static InputStream armour(String text) throws IOException {
        return new ArmoredInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** A key with the primary key that it belongs to, which may be itself. */
    record Entry(PGPPublicKey primary, PGPPublicKey key) {}

    Optional<Entry> find(long keyId) {
        for (PGPPublicKeyRing ring : keys) {
            @Nullable PGPPublicKey key = ring.getPublicKey(keyId);
            if (key != null) {
                return Optional.of(new Entry(ring.getPublicKey(), key));
            }
        }
        return Optional.empty();
    }
}
