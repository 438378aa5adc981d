package io.fluxj.sops.age;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The chunks of a file, each sealed with a nonce that counts them and marks the last. */
final class Payload {
    private static final int NONCE = 16;
    private static final int CHUNK = (64 << 10) + Primitives.TAG;

    private Payload() {}

    static byte[] open(byte[] fileKey, byte[] payload) throws AgeException {
        if (payload.length < NONCE) {
            throw new AgeException("failed to read nonce: unexpected EOF");
        }
        byte[] key = Primitives.derive(fileKey, Arrays.copyOf(payload, NONCE), "payload");
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        int at = NONCE;
        for (int number = 0; at < payload.length || number == 0; number++) {
            int end = Math.min(at + CHUNK, payload.length);
            boolean last = end == payload.length;
            if (last && number > 0 && end - at == Primitives.TAG) {
                throw new AgeException("last chunk is empty");
            }
            plain.writeBytes(chunk(key, nonce(number, last), Arrays.copyOfRange(payload, at, end)));
            at = end;
        }
        return plain.toByteArray();
    }

    private static byte[] nonce(int number, boolean last) {
        byte[] nonce = new byte[12];
        for (int i = 0; i < 4; i++) {
            nonce[10 - i] = (byte) (number >> (8 * i));
        }
        nonce[11] = (byte) (last ? 1 : 0);
        return nonce;
    }

    private static byte[] chunk(byte[] key, byte[] nonce, byte[] sealed) throws AgeException {
        if (sealed.length < Primitives.TAG) {
            throw corrupted();
        }
        return Primitives.open(key, nonce, sealed).orElseThrow(Payload::corrupted);
    }

    private static AgeException corrupted() {
        return new AgeException(
                "failed to decrypt and authenticate payload chunk, file may be corrupted or tampered with");
    }
}
