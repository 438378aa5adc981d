package io.fluxj.git.sign;

/** Signs commits. No message and no {@code toString} shows a key. */
@FunctionalInterface
public interface CommitSigner {
    /**
     * The signature over a commit as it is without one, in ASCII armour.
     *
     * @throws SigningException when the key is of no use
     */
    String sign(byte[] commit) throws SigningException;
}
