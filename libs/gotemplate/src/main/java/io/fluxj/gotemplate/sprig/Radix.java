package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import java.io.ByteArrayOutputStream;

/** Go's {@code encoding/base64} and {@code encoding/base32} with padding: line breaks are skipped, errors name the byte. */
enum Radix {
    BASE64("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 6, 4),
    BASE32("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 5, 8);

    private final String alphabet;
    private final int bits;
    private final int group;

    Radix(String alphabet, int bits, int group) {
        this.alphabet = alphabet;
        this.bits = bits;
        this.group = group;
    }

    String decodedOrError(String text) {
        try {
            return GoText.of(decode(text));
        } catch (GoError e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** @throws GoError when the text is malformed */
    byte[] decode(String text) {
        byte[] in = GoText.bytes(text);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        int[] digits = new int[group];
        int count = 0;
        int at = 0;
        while (at < in.length) {
            char c = (char) (in[at] & 0xFF);
            if (c == '\n' || c == '\r') {
                at++;
                continue;
            }
            int digit = alphabet.indexOf(c);
            if (digit < 0) {
                if (c != '=') {
                    throw corrupt(at);
                }
                padding(in, at, count);
                write(out, digits, count);
                return out.toByteArray();
            }
            at++;
            digits[count++] = digit;
            if (count == group) {
                write(out, digits, count);
                count = 0;
            }
        }
        if (count > 0) {
            throw corrupt(this == BASE64 ? in.length - count : in.length);
        }
        return out.toByteArray();
    }

    private void padding(byte[] in, int at, int count) {
        boolean possible = this == BASE64 ? count >= 2 : count == 2 || count == 4 || count == 5 || count == 7;
        if (!possible) {
            throw corrupt(at);
        }
        int next = at;
        int missing = group - count;
        while (next < in.length && missing > 0) {
            char c = (char) (in[next] & 0xFF);
            if (c == '=') {
                missing--;
            } else if (c != '\n' && c != '\r') {
                throw corrupt(next);
            }
            next++;
        }
        if (missing > 0) {
            throw corrupt(in.length);
        }
        while (next < in.length && (in[next] == '\n' || in[next] == '\r')) {
            next++;
        }
        if (next < in.length) {
            throw corrupt(next);
        }
    }

    private void write(ByteArrayOutputStream out, int[] digits, int count) {
        int buffer = 0;
        int held = 0;
        for (int i = 0; i < count; i++) {
            buffer = (buffer << bits | digits[i]) & 0xFFFF;
            held += bits;
            if (held >= 8) {
                held -= 8;
                out.write(buffer >> held);
            }
        }
    }

    private GoError corrupt(int at) {
        String name = this == BASE64 ? "base64" : "base32";
        return new GoError("illegal " + name + " data at input byte " + at);
    }

    String encode(byte[] in) {
        StringBuilder out = new StringBuilder(in.length * 2);
        int buffer = 0;
        int held = 0;
        for (byte b : in) {
            buffer = (buffer << 8 | (b & 0xFF)) & 0xFFFF;
            held += 8;
            while (held >= bits) {
                held -= bits;
                out.append(alphabet.charAt((buffer >> held) & ((1 << bits) - 1)));
            }
        }
        if (held > 0) {
            out.append(alphabet.charAt((buffer << (bits - held)) & ((1 << bits) - 1)));
        }
        while (out.length() % group != 0) {
            out.append('=');
        }
        return out.toString();
    }
}
