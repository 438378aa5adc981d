package io.fluxj.sops.cipher;

import java.util.Base64;

/** The parts of an encrypted value. */
final class CipherText {
    private static final String START = "ENC[AES256_GCM,data:";
    private static final String NONCE = ",iv:";
    private static final String TAG = ",tag:";
    private static final String TYPE = ",type:";

    private final byte[] data;
    private final byte[] nonce;
    private final byte[] tag;
    private final String type;

    private CipherText(byte[] data, byte[] nonce, byte[] tag, String type) {
        this.data = data;
        this.nonce = nonce;
        this.tag = tag;
        this.type = type;
    }

    byte[] data() {
        return data;
    }

    byte[] nonce() {
        return nonce;
    }

    byte[] tag() {
        return tag;
    }

    String type() {
        return type;
    }

    /**
     * Each part is as long as it can be, the first ones first. A line break ends all, and what follows the bracket is not looked at.
     *
     * @throws CipherException if it is not one
     */
    static CipherText parse(String text) {
        int lineEnd = text.indexOf('\n');
        int end = text.lastIndexOf(']', lineEnd < 0 ? text.length() : lineEnd);
        int type = last(text, TYPE, end);
        int tag = last(text, TAG, type);
        int nonce = last(text, NONCE, tag);
        if (!text.startsWith(START) || nonce <= START.length()) {
            throw new CipherException("Input string <redacted> does not match sops' data format");
        }
        return new CipherText(
                decode("data", text.substring(START.length(), nonce)),
                decode("iv", text.substring(nonce + NONCE.length(), tag)),
                decode("tag", text.substring(tag + TAG.length(), type)),
                text.substring(type + TYPE.length(), end));
    }

    /** Where the mark stands last with something between it and the end. */
    private static int last(String text, String mark, int end) {
        return end < 0 ? -1 : text.lastIndexOf(mark, end - mark.length() - 1);
    }

    private static byte[] decode(String part, String text) {
        String digits = text.replace("\r", "");
        if (digits.length() % 4 == 0) {
            try {
                return Base64.getDecoder().decode(digits);
            } catch (IllegalArgumentException wrong) {
                // answered below, with the place
            }
        }
        throw new CipherException(
                "Error base64-decoding " + part + ": illegal base64 data at input byte " + wrongPlace(text));
    }

    private static int wrongPlace(String text) {
        int place = 0;
        while (place < text.length() && isDigit(text.charAt(place))) {
            place++;
        }
        return place == text.length() ? place - place % 4 : place;
    }

    private static boolean isDigit(char each) {
        return (each >= 'A' && each <= 'Z')
                || (each >= 'a' && each <= 'z')
                || (each >= '0' && each <= '9')
                || each == '+'
                || each == '/';
    }
}
