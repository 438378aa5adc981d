package io.fluxj.sops.age;

import java.util.Optional;

/** A secret key of age. */
interface Identity {
    /**
     * The key of a file, if the stanza is for this identity.
     *
     * @throws AgeException if the stanza is for it and yet cannot be opened
     */
    Optional<byte[]> open(Stanza stanza) throws AgeException;
}
