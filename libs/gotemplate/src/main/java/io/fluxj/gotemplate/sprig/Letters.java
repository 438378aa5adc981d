package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.value.GoText;
import java.util.function.IntUnaryOperator;

/** Upper and lower case, letter by letter as Go does it: a letter never becomes two. */
final class Letters {
    private Letters() {}

    static String upper(String text) {
        return mapped(text, Character::toUpperCase);
    }

    static String lower(String text) {
        return mapped(text, Character::toLowerCase);
    }

    private static String mapped(String text, IntUnaryOperator change) {
        if (GoText.isAscii(text)) {
            StringBuilder out = new StringBuilder(text);
            for (int i = 0; i < out.length(); i++) {
                out.setCharAt(i, (char) change.applyAsInt(out.charAt(i)));
            }
            return out.toString();
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(GoText::rune).map(change).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** {@code strings.Title}: the first letter of each word. */
    static String title(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int previous = ' ';
        for (int c : text.codePoints().map(GoText::rune).toArray()) {
            out.appendCodePoint(isSeparator(previous) ? Character.toTitleCase(c) : c);
            previous = c;
        }
        return out.toString();
    }

    private static boolean isSeparator(int c) {
        if (c < 0x80) {
            return !Character.isLetterOrDigit(c) && c != '_';
        }
        return !Character.isLetter(c) && !Character.isDigit(c) && GoText.isSpace(c);
    }

    static String untitle(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean first = true;
        for (int c : text.codePoints().map(GoText::rune).toArray()) {
            boolean space = GoText.isSpace(c);
            out.appendCodePoint(first && !space ? Character.toLowerCase(c) : c);
            first = space;
        }
        return out.toString();
    }

    static String swapCase(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = true;
        for (int c : text.codePoints().map(GoText::rune).toArray()) {
            if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
                out.appendCodePoint(Character.toLowerCase(c));
                space = false;
            } else if (Character.isLowerCase(c)) {
                out.appendCodePoint(space ? Character.toTitleCase(c) : Character.toUpperCase(c));
                space = false;
            } else {
                out.appendCodePoint(c);
                space = GoText.isSpace(c);
            }
        }
        return out.toString();
    }

    /** Takes each byte for a character, as goutils does; a text without space stays as it is. */
    static String withoutSpace(String text) {
        StringBuilder out = new StringBuilder(text.length());
        byte[] bytes = GoText.bytes(text);
        for (byte b : bytes) {
            if (!GoText.isSpace(b & 0xFF)) {
                out.append((char) (b & 0xFF));
            }
        }
        return out.length() == bytes.length ? text : out.toString();
    }

    /** Takes each byte for a character, as goutils does. */
    static String initials(String text) {
        StringBuilder out = new StringBuilder();
        boolean gap = true;
        for (byte b : GoText.bytes(text)) {
            boolean space = GoText.isSpace(b & 0xFF);
            if (gap && !space) {
                out.append((char) (b & 0xFF));
            }
            gap = space;
        }
        return out.toString();
    }
}
