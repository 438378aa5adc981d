package io.fluxj.sops.age;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** The spelling of age's keys: a prefix, then data in 32 characters with a checksum. Of any length, unlike in BIP 173. */
final class Bech32 {
    private static final String DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3};
    private static final int CHECKSUM = 6;
    private static final int LONGEST = 8_192;

    private Bech32() {}

    /** @throws AgeException if it is misspelt; the message tells nothing of the text */
    static byte[] decode(String text) throws AgeException {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean mixed = !text.equals(lower) && !text.equals(text.toUpperCase(Locale.ROOT));
        int separator = lower.lastIndexOf('1');
        if (mixed || text.length() > LONGEST || separator < 1 || separator + CHECKSUM >= text.length()) {
            throw malformed();
        }
        String prefix = lower.substring(0, separator);
        int[] digits =
                lower.substring(separator + 1).chars().map(DIGITS::indexOf).toArray();
        int checksum = checksum(prefix, digits);
        for (int digit : digits) {
            if (digit < 0) {
                throw malformed();
            }
        }
        if (checksum != 1) {
            throw malformed();
        }
        return bytes(digits, digits.length - CHECKSUM);
    }

    private static AgeException malformed() {
        return new AgeException("malformed secret key");
    }

    private static int checksum(String prefix, int[] digits) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = add(sum, prefix.charAt(i) >> 5);
        }
        sum = add(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = add(sum, prefix.charAt(i) & 31);
        }
        for (int digit : digits) {
            sum = add(sum, digit);
        }
        return sum;
    }

    private static int add(int sum, int value) {
        int top = sum >> 25;
        int next = (sum & 0x1FFFFFF) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >> i & 1) * GENERATOR[i];
        }
        return next;
    }

    private static byte[] bytes(int[] digits, int count) throws AgeException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 5 | digits[i]) & 0xFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(value >> bits);
            }
        }
        if (bits >= 5 || (value & ((1 << bits) - 1)) != 0) {
            throw malformed();
        }
        return bytes.toByteArray();
    }
}
