package io.fluxj.sops.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text and how far it was read. Behind its end it goes on with zeros. */
final class Source {
    private static final int LONGEST_LOOK = 4;

    private final int[] text;
    private int index;
    private int line;
    private int column;
    private int newlines;

    private Source(int[] text) {
        this.text = text;
    }

    /** @throws YamlException if the bytes are no text or hold characters that YAML refuses */
    static Source of(byte[] bytes) {
        int[] decoded = decode(bytes).codePoints().toArray();
        int[] text = new int[decoded.length + LONGEST_LOOK];
        System.arraycopy(decoded, 0, text, 0, decoded.length);
        for (int point : decoded) {
            if (!isAllowed(point)) {
                throw new YamlException("yaml: control characters are not allowed");
            }
        }
        return new Source(text);
    }

    private static String decode(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return decode(bytes, starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
    }

    private static boolean starts(byte[] bytes, int... prefix) {
        boolean same = bytes.length >= prefix.length;
        for (int i = 0; same && i < prefix.length; i++) {
            same = (bytes[i] & 0xFF) == prefix[i];
        }
        return same;
    }

    private static String decode(byte[] bytes, int from, Charset charset) {
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
            return charset.newDecoder().decode(rest).toString();
        } catch (CharacterCodingException e) {
            throw new YamlException("yaml: the text is not valid " + charset.name());
        }
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0x7E)
                || point == 0x85
                || (point >= 0xA0 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    /** The character that many places ahead. */
    int at(int ahead) {
        int place = index + ahead;
        return place < text.length ? text[place] : 0;
    }

    boolean is(int point) {
        return text[index] == point;
    }

    boolean isEnd() {
        return index >= text.length - LONGEST_LOOK;
    }

    boolean isBlank(int ahead) {
        return Characters.isBlank(at(ahead));
    }

    boolean isBreak(int ahead) {
        return Characters.isBreak(at(ahead));
    }

    boolean isBreakOrEnd(int ahead) {
        return at(ahead) == 0 || isBreak(ahead);
    }

    boolean isBlankOrEnd(int ahead) {
        return isBlank(ahead) || isBreakOrEnd(ahead);
    }

    /** Whether {@code ---} or {@code ...} stands here at the begin of a line. */
    boolean isDocumentIndicator() {
        return isIndicator('-') || isIndicator('.');
    }

    boolean isIndicator(int point) {
        return column == 0 && at(0) == point && at(1) == point && at(2) == point && isBlankOrEnd(3);
    }

    Mark mark() {
        return new Mark(index, line, column);
    }

    int column() {
        return column;
    }

    int line() {
        return line;
    }

    /** Line breaks since the last character that is no blank. */
    int newlines() {
        return newlines;
    }

    void skip() {
        if (!isBlank(0)) {
            newlines = 0;
        }
        index++;
        column++;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            skip();
        }
    }

    void skipBlanks() {
        while (isBlank(0)) {
            skip();
        }
    }

    void read(StringBuilder target) {
        target.appendCodePoint(text[index]);
        skip();
    }

    void skipLine() {
        if (isBreak(0)) {
            index += is('\r') && at(1) == '\n' ? 2 : 1;
            nextLine();
        }
    }

    /** Takes a line break; all but the Unicode separators become a line feed. */
    void readLine(StringBuilder target) {
        if (isBreak(0)) {
            int point = at(0);
            target.appendCodePoint(point == 0x2028 || point == 0x2029 ? point : '\n');
            skipLine();
        }
    }

    /** At the end of a text that does not end with a line break. */
    void endLine() {
        if (column != 0) {
            column = 0;
            line++;
        }
    }

    private void nextLine() {
        column = 0;
        line++;
        newlines++;
    }
}
