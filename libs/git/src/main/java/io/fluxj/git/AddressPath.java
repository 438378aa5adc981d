package io.fluxj.git;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths of addresses as people write them. */
final class AddressPath {
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern TO_ESCAPE = Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/?#%-]+");

    private AddressPath() {}

    /**
     * The same path with everything escaped that must be; what is escaped already stays as it is.
     *
     * @throws IllegalArgumentException when an escape is broken
     */
    static String escaped(String path) {
        if (LONE_PERCENT.matcher(path).find()) {
            throw new IllegalArgumentException("a % in the path begins no escape; write %25");
        }
        return TO_ESCAPE.matcher(path).replaceAll(found -> Matcher.quoteReplacement(escape(found.group())));
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            escaped.append("%%%02X".formatted(each));
        }
        return escaped.toString();
    }
}
