package io.fluxj.git;

/** A commit or tag as it was signed. */
public final class SignedObject {
    private final String kind;
    private final byte[] payload;
    private final String signature;

    /**
     * An object that is signed or not.
     *
     * @param kind {@code commit} or {@code tag}
     * @param payload the bytes that are signed, never changed
     * @param signature in ASCII armour; empty for none
     */
    public SignedObject(String kind, byte[] payload, String signature) {
        this.kind = kind;
        this.payload = payload;
        this.signature = signature;
    }

    /** {@code commit} or {@code tag}. */
    public String kind() {
        return kind;
    }

    /** The bytes that are signed; not to be changed. */
    public byte[] payload() {
        return payload;
    }

    /** The signature in ASCII armour; empty for none. */
    public String signature() {
        return signature;
    }

    /** Whether it carries a signature, by whomever. */
    public boolean isSigned() {
        return !signature.isEmpty();
    }

    @Override
    public String toString() {
        return "SignedObject[" + kind + ", signed=" + isSigned() + "]";
    }
}
