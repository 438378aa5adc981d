package io.fluxj.audit;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Where a chain has got to: what to note elsewhere, so that nobody can cut off its end.
 *
 * @param chain its name, 32 hexadecimal digits
 * @param number of the last entry; 0 before the first
 * @param hash of the last entry; zeros before the first
 */
public record Head(String chain, long number, String hash) {
    static final String NOTHING = "0".repeat(Seal.LENGTH);
    private static final int NAME_BYTES = 16;

    /** Of a new chain. */
    public static Head start() {
        byte[] name = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(name);
        return new Head(HexFormat.of().formatHex(name), 0, NOTHING);
    }
}
