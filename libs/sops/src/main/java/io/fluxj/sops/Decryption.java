package io.fluxj.sops;

import io.fluxj.sops.cipher.CipherException;
import io.fluxj.sops.cipher.TreeDecryption;
import io.fluxj.sops.cipher.ValueCipher;
import io.fluxj.sops.format.FormatException;
import io.fluxj.sops.key.DataKeys;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import io.fluxj.sops.metadata.Metadata;
import io.fluxj.sops.tree.Times;
import io.fluxj.sops.tree.Value;
import io.fluxj.sops.tree.Value.Branch;
import java.util.Arrays;
import java.util.List;

/** Decrypts files. Safe for use by several threads if the services are. */
public final class Decryption {
    private final DataKeys keys;
    private final MacPolicy macs;
    private final Limits limits;

    /**
     * Decrypts with these services.
     *
     * @param services those asked for the key of a file's data, each for the keys that it serves
     */
    public Decryption(List<KeyService> services, MacPolicy macs, Limits limits) {
        this.keys = new DataKeys(services);
        this.macs = macs;
        this.limits = limits;
    }

    /**
     * The plain text of a file.
     *
     * @param output may be another format; what it has no room for is an error
     * @throws SopsException if it cannot be decrypted
     */
    public Decrypted decrypt(byte[] file, Format input, Format output) {
        EncryptedFile encrypted = EncryptedFile.read(file, input, limits);
        byte[] key = dataKey(encrypted.metadata());
        try {
            return decrypt(encrypted, new ValueCipher(key), output);
        } catch (CipherException e) {
            throw new SopsException(SopsException.Stage.VALUE, "Error walking tree: " + e.getMessage());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] dataKey(Metadata metadata) {
        try {
            return keys.of(metadata);
        } catch (KeyException e) {
            throw new SopsException(SopsException.Stage.KEY, String.valueOf(e.getMessage()));
        }
    }

    private Decrypted decrypt(EncryptedFile encrypted, ValueCipher cipher, Format output) {
        TreeDecryption tree = new TreeDecryption(cipher, encrypted.metadata());
        List<Branch> documents = tree.decrypt(encrypted.documents());
        boolean authentic = verify(encrypted.metadata(), cipher, tree.mac());
        try {
            return new Decrypted(
                    output.files().write(documents),
                    authentic,
                    encrypted.metadata().version());
        } catch (FormatException e) {
            throw new SopsException(SopsException.Stage.WRITE, String.valueOf(e.getMessage()));
        }
    }

    private boolean verify(Metadata metadata, ValueCipher cipher, String computed) {
        String stored = storedMac(metadata, cipher);
        if (stored.equals(computed)) {
            return true;
        }
        boolean refused =
                switch (macs) {
                    case REQUIRED -> true;
                    case REQUIRED_IF_PRESENT -> !metadata.mac().isEmpty();
                    case IGNORED -> false;
                };
        if (refused) {
            throw new SopsException(
                    SopsException.Stage.MAC,
                    "MAC mismatch. File has " + (stored.isEmpty() ? "no MAC" : stored) + ", computed " + computed);
        }
        return false;
    }

    private String storedMac(Metadata metadata, ValueCipher cipher) {
        try {
            Value stored = cipher.decrypt(metadata.mac(), Times.inSeconds(metadata.lastModified()));
            return stored instanceof Value.Text text ? text.string() : "";
        } catch (CipherException e) {
            if (macs == MacPolicy.IGNORED) {
                return "";
            }
            throw new SopsException(SopsException.Stage.MAC, "Cannot decrypt MAC: " + e.getMessage());
        }
    }
}
