package io.fluxj.reflector.tags;

/** A JSON string as Go writes it. */
final class JsonString {
    private JsonString() {}

    static String of(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> add(json, c));
        return json.append('"').toString();
    }

    private static void add(StringBuilder json, int c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            default -> {
                if (isEscaped(c)) {
                    json.append("\\u%04x".formatted(c));
                } else {
                    json.appendCodePoint(c);
                }
            }
        }
    }

    /** Control characters, what HTML could mistake, and the line ends of JavaScript. */
    private static boolean isEscaped(int c) {
        return c < ' ' || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029;
    }
}
