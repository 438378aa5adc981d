package io.fluxj.sops.key;

/** Opens what master keys of some kind locked. */
public interface KeyService {
    /** Whether this key is of its kind. */
    boolean serves(MasterKey key);

    /**
     * Opens what the key locked. Ends within bounded time.
     *
     * @return the key of the data or a share of it; the caller's own
     * @throws KeyException if it cannot
     */
    byte[] decrypt(MasterKey key) throws KeyException;
}
