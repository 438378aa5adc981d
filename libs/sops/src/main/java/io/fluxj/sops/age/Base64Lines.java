package io.fluxj.sops.age;

import java.util.Base64;

/** Base64 as age has it: without padding, and of several spellings only the right one. */
final class Base64Lines {
    private Base64Lines() {}

    static byte[] decode(String text) throws AgeException {
        try {
            byte[] decoded = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().withoutPadding().encodeToString(decoded).equals(text)) {
                return decoded;
            }
        } catch (IllegalArgumentException wrong) {
            // answered below
        }
        throw new AgeException("malformed base64");
    }
}
