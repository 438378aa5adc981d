package io.fluxj.sops.age;

import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import io.fluxj.sops.key.MasterKey;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Opens age files with any of the identities that are at hand. */
public final class AgeKeyService implements KeyService {
    private final List<Identity> identities;

    /** With these and no other identities. */
    public AgeKeyService(AgeIdentities identities) {
        this.identities = identities.all();
    }

    @Override
    public boolean serves(MasterKey key) {
        return key instanceof MasterKey.Age;
    }

    @Override
    public byte[] decrypt(MasterKey key) throws KeyException {
        if (identities.isEmpty()) {
            throw new KeyException("failed to load age identities: none was given");
        }
        AgeFile file;
        byte[] fileKey;
        try {
            file = parse(key.encrypted());
            fileKey = fileKey(file);
        } catch (AgeException e) {
            throw new KeyException("failed to create reader for decrypting sops data key with age: " + e.getMessage());
        }
        try {
            return Payload.open(fileKey, file.payload());
        } catch (AgeException e) {
            throw new KeyException("failed to copy age decrypted data into bytes.Buffer: " + e.getMessage());
        } finally {
            Arrays.fill(fileKey, (byte) 0);
        }
    }

    private static AgeFile parse(String armored) throws AgeException {
        byte[] bytes;
        try {
            bytes = Armor.decode(armored);
        } catch (AgeException e) {
            throw new AgeException(
                    "failed to read header: parsing age header: failed to read intro: " + e.getMessage());
        }
        return AgeFile.parse(bytes);
    }

    private byte[] fileKey(AgeFile file) throws AgeException {
        for (Identity identity : identities) {
            for (Stanza stanza : file.stanzas()) {
                Optional<byte[]> key = identity.open(stanza);
                if (key.isPresent()) {
                    verify(file, key.get());
                    return key.get();
                }
            }
        }
        throw new AgeException(
                identities.size() == 1
                        ? "identity did not match any of the recipients: incorrect identity for recipient block"
                        : "no identity matched any of the recipients");
    }

    private static void verify(AgeFile file, byte[] fileKey) throws AgeException {
        byte[] mac = Primitives.mac(Primitives.derive(fileKey, new byte[0], "header"), file.authenticated());
        if (!MessageDigest.isEqual(mac, file.mac())) {
            throw new AgeException("bad header MAC");
        }
    }
}
