package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import java.io.ByteArrayOutputStream;

/** Which characters of an address stand for themselves, part by part, as in Go's {@code net/url}. */
final class UrlEscapes {
    private static final String HEX = "0123456789ABCDEF";

    private UrlEscapes() {}

    enum Part {
        PATH("$&+,/:;=@"),
        USER("$&+,;="),
        HOST("!$&'()*+,;=:[]<>\""),
        FRAGMENT("$&+,/:;=?@!()*");

        private final String plain;

        Part(String plain) {
            this.plain = plain;
        }

        boolean keeps(int c) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            return letter || "-_.~".indexOf(c) >= 0 || plain.indexOf(c) >= 0;
        }
    }

    static String escape(String text, Part part) {
        StringBuilder out = new StringBuilder();
        for (byte b : GoText.bytes(text)) {
            int c = b & 0xFF;
            if (c < 0x80 && part.keeps(c)) {
                out.append((char) c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return out.toString();
    }

    static String unescape(String text, Part part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] in = GoText.bytes(text);
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                requireAllowed(in[i] & 0xFF, part);
                out.write(in[i]);
                continue;
            }
            int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw new GoError("invalid URL escape " + Quoting.quoted(GoText.of(in, i, Math.min(in.length, i + 3))));
            }
            out.write(high << 4 | low);
            i += 2;
        }
        return GoText.of(out.toByteArray());
    }

    private static void requireAllowed(int c, Part part) {
        if (part == Part.HOST && c < 0x80 && !part.keeps(c)) {
            throw new GoError("invalid character " + Quoting.quoted(Character.toString(c)) + " in host name");
        }
    }

    static String host(String text) {
        if (text.startsWith("[")) {
            int end = text.lastIndexOf(']');
            if (end < 0) {
                throw new GoError("missing ']' in host");
            }
            requirePort(text.substring(end + 1));
            return unescape(text, Part.HOST);
        }
        int colon = text.lastIndexOf(':');
        if (colon >= 0) {
            requirePort(text.substring(colon));
        }
        return unescape(text, Part.HOST);
    }

    private static void requirePort(String text) {
        boolean valid = text.isEmpty()
                || (text.charAt(0) == ':' && text.substring(1).chars().allMatch(c -> c >= '0' && c <= '9'));
        if (!valid) {
            throw new GoError("invalid port " + Quoting.quoted(text) + " after host");
        }
    }
}
