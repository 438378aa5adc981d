package io.fluxj.semver;

/** Quotes a text as Go's {@code %q} does. */
final class Quoted {
    private Quoted() {}

    static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int c) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            case '\r' -> quoted.append("\\r");
            case '\f' -> quoted.append("\\f");
            default -> quoted.append(isPrintable(c) ? Character.toString(c) : escape(c));
        }
    }

    private static boolean isPrintable(int c) {
        return c == ' ' || !(Character.isISOControl(c) || Character.isSpaceChar(c) || !Character.isDefined(c));
    }

    private static String escape(int c) {
        return c < 0x80 ? "\\x%02x".formatted(c) : c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c);
    }
}
