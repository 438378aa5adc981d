package io.fluxj.semver;

/** Spells {@code 1.0 - 2.0} out as {@code >= 1.0, <= 2.0}. */
final class HyphenRanges {
    private HyphenRanges() {}

    static String spelledOut(String text) {
        StringBuilder out = new StringBuilder();
        Cursor cursor = new Cursor(text);
        while (!cursor.atEnd()) {
            int start = cursor.position();
            String range = range(cursor);
            if (range.isEmpty()) {
                cursor.moveTo(start);
                out.append((char) cursor.peek());
                cursor.moveTo(start + 1);
            }
            out.append(range);
        }
        return out.toString();
    }

    /** Takes a range with the spaces around it; empty when there is none. */
    private static String range(Cursor cursor) {
        cursor.skipSpace();
        String from = version(cursor);
        boolean hyphen = !from.isEmpty() && cursor.skipSpace() && cursor.accept("-") && cursor.skipSpace();
        String to = hyphen ? version(cursor) : "";
        cursor.skipSpace();
        return to.isEmpty() ? "" : ">= " + from + ", <= " + to + " ";
    }

    private static String version(Cursor cursor) {
        int start = cursor.position();
        return PartialVersion.take(cursor).isPresent() ? cursor.since(start) : "";
    }
}
