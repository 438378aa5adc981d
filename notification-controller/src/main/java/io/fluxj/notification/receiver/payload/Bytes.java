package io.fluxj.notification.receiver.payload;

import java.nio.charset.StandardCharsets;

/** Bytes that came with a call. Prints none of them. */
public final class Bytes {
    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** Keeps the array as it is. */
    public static Bytes of(byte[] array) {
        return new Bytes(array);
    }

    /** A text in UTF-8. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Not to be changed. */
    public byte[] array() {
        return array;
    }

    @Override
    public String toString() {
        return "Bytes[" + array.length + "]";
    }
}
