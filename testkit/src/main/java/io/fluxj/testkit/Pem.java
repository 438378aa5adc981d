package io.fluxj.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes DER as PEM. */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    static String of(String type, byte[] der) {
        String body = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    }
}
