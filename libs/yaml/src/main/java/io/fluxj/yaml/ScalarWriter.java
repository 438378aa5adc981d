package io.fluxj.yaml;

/**
 * Writes the text of one scalar. Values fold at a blank once the line has more than 80 characters; keys do not.
 *
 */
public final class ScalarWriter {

    private static final int WIDTH = 80;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final YamlOutput out;
    private final boolean folds;

    /** Writes to an output, at whose indentation the lines of a block and of a folded text begin. */
    public ScalarWriter(YamlOutput out, boolean folds) {
        this.out = out;
        this.folds = folds;
    }

    public void plain(String text) {
        out.blankBefore();
        int[] points = text.codePoints().toArray();
        boolean spaces = false;
        for (int i = 0; i < points.length; i++) {
            if (points[i] == ' ') {
                if (foldsHere(spaces) && !blankAfter(points, i)) {
                    out.writeIndent();
                } else {
                    out.put(' ');
                }
                spaces = true;
            } else {
                out.content(points[i]);
                spaces = false;
            }
        }
        out.indicator("", false, false, false);
    }

    public void singleQuoted(String text) {
        out.indicator("'", true, false, false);
        int[] points = text.codePoints().toArray();
        boolean spaces = false;
        boolean breaks = false;
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            if (c == ' ') {
                boolean inner = i > 0 && i < points.length - 1;
                if (foldsHere(spaces) && inner && !blankAfter(points, i)) {
                    out.writeIndent();
                } else {
                    out.put(' ');
                }
                spaces = true;
            } else if (ScalarLook.isBreak(c)) {
                out.put(c);
                out.brokeLine();
                breaks = true;
            } else {
                if (breaks) {
                    out.writeIndent();
                }
                if (c == '\'') {
                    out.content('\'');
                }
                out.content(c);
                spaces = false;
                breaks = false;
            }
        }
        out.indicator("'", false, false, false);
    }

    public void doubleQuoted(String text) {
        out.indicator("\"", true, false, false);
        int[] points = text.codePoints().toArray();
        boolean escapeAll = points.length > 0 && points[0] == 0xFEFF;
        boolean spaces = false;
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            if (escapeAll || needsEscape(c)) {
                escape(c);
                spaces = false;
            } else if (c == ' ') {
                foldOrBlank(points, i, spaces);
                spaces = true;
            } else {
                out.content(c);
                spaces = false;
            }
        }
        out.indicator("\"", false, false, false);
    }

    private void foldOrBlank(int[] points, int i, boolean spaces) {
        if (!foldsHere(spaces) || i == 0 || i == points.length - 1) {
            out.put(' ');
            return;
        }
        out.writeIndent();
        if (blankAfter(points, i)) {
            out.put('\\');
        }
    }

    private static boolean needsEscape(int c) {
        return !ScalarLook.isPrintable(c) || ScalarLook.isBreak(c) || c == '"' || c == '\\';
    }

    private void escape(int c) {
        out.content('\\');
        int letter = letter(c);
        if (letter != 0) {
            out.content(letter);
            return;
        }
        int width = c <= 0xFF ? 2 : c <= 0xFFFF ? 4 : 8;
        out.content(width == 2 ? 'x' : width == 4 ? 'u' : 'U');
        for (int shift = (width - 1) * 4; shift >= 0; shift -= 4) {
            out.content(HEX[(c >> shift) & 0xF]);
        }
    }

    private static int letter(int c) {
        return switch (c) {
            case 0x00 -> '0';
            case 0x07 -> 'a';
            case 0x08 -> 'b';
            case 0x09 -> 't';
            case 0x0A -> 'n';
            case 0x0B -> 'v';
            case 0x0C -> 'f';
            case 0x0D -> 'r';
            case 0x1B -> 'e';
            case '"' -> '"';
            case '\\' -> '\\';
            case 0x85 -> 'N';
            case 0xA0 -> '_';
            case 0x2028 -> 'L';
            case 0x2029 -> 'P';
            default -> 0;
        };
    }

    /** A block scalar with the sign for its indentation and last line breaks; the text is not empty. */
    public void literal(String text) {
        out.indicator("|", true, false, false);
        char first = text.charAt(0);
        if (first == ' ' || ScalarLook.isBreak(first)) {
            out.indicator("2", false, false, false);
        }
        chomping(text);
        out.lineBreak();
        boolean breaks = true;
        for (int c : text.codePoints().toArray()) {
            if (c == '\n') {
                out.lineBreak();
                breaks = true;
            } else if (ScalarLook.isBreak(c)) {
                out.put(c);
                out.brokeLine();
                breaks = true;
            } else {
                if (breaks) {
                    out.writeIndent();
                }
                out.literalContent(c);
                breaks = false;
            }
        }
    }

    private void chomping(String text) {
        int length = text.length();
        if (!ScalarLook.isBreak(text.charAt(length - 1))) {
            out.indicator("-", false, false, false);
        } else if (length == 1 || ScalarLook.isBreak(text.charAt(length - 2))) {
            out.indicator("+", false, false, false);
        }
    }

    private boolean foldsHere(boolean afterBlank) {
        return folds && !afterBlank && out.column() > WIDTH;
    }

    private static boolean blankAfter(int[] points, int i) {
        return i + 1 < points.length && points[i + 1] == ' ';
    }
}
