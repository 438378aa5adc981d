package io.fluxj.sops.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Remembers what a service opened, by the digest of what was locked, so that an unchanged file asks no server again. One instance belongs
 * to the credentials of its service: what they may open no longer is forgotten with the instance.
 */
public final class CachingKeyService implements KeyService {
    private final KeyService service;
    private final int most;

    /** The one asked for longest ago comes first. */
    private final LinkedHashMap<String, byte[]> opened = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Remembers that many keys.
     *
     * @param service is asked for all others, several at a time if need be
     */
    public CachingKeyService(KeyService service, int most) {
        this.service = service;
        this.most = most;
    }

    @Override
    public boolean serves(MasterKey key) {
        return service.serves(key);
    }

    @Override
    public byte[] decrypt(MasterKey key) throws KeyException {
        String digest = digest(key);
        Optional<byte[]> known = known(digest);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] part = service.decrypt(key);
        remember(digest, part.clone());
        return part;
    }

    private Optional<byte[]> known(String digest) {
        synchronized (opened) {
            return Optional.ofNullable(opened.get(digest)).map(byte[]::clone);
        }
    }

    private void remember(String digest, byte[] part) {
        synchronized (opened) {
            byte[] former = opened.put(digest, part);
            if (former != null) {
                Arrays.fill(former, (byte) 0);
            }
            if (opened.size() > most) {
                Arrays.fill(opened.pollFirstEntry().getValue(), (byte) 0);
            }
        }
    }

    private static String context(MasterKey key) {
        return key instanceof MasterKey.AwsKms aws ? new TreeMap<>(aws.context()).toString() : "";
    }

    private static String digest(MasterKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {key.getClass().getName(), key.name(), context(key), key.encrypted()}) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
