package io.fluxj.yaml;

/**
 * What a text contains that decides in which styles it can be written.
 *
 * @param multiline has a line break
 * @param plain may be written plain
 * @param singleQuoted may be written in single quotes
 * @param block may be written as a block scalar
 */
public record ScalarLook(boolean multiline, boolean plain, boolean singleQuoted, boolean block) {

    /** Looks at a whole text, with the characters that the dialect can print. */
    public static ScalarLook of(String text, Dialect dialect) {
        return text.isEmpty() ? new ScalarLook(false, true, true, false) : new Scan(text, dialect).look();
    }

    /** Whether a character may stand as it is, other than in double quotes. */
    public static boolean isPrintable(int c) {
        return c == '\n'
                || (c >= 0x20 && c <= 0x7E)
                || (c >= 0xA0 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF);
    }

    static boolean isBreak(int c) {
        return c == '\r' || c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    /** One pass over the text. */
    private static final class Scan {
        private final int[] text;
        private final Dialect dialect;
        private boolean indicators;
        private boolean breaks;
        private boolean special;
        private boolean tabs;
        private boolean edge;
        private boolean breakSpace;
        private boolean spaceBreak;

        Scan(String value, Dialect dialect) {
            this.text = value.codePoints().toArray();
            this.dialect = dialect;
            this.indicators = value.startsWith("---") || value.startsWith("...");
        }

        ScalarLook look() {
            for (int i = 0; i < text.length; i++) {
                look(i, text[i]);
            }
            boolean trailingSpace = text[text.length - 1] == ' ';
            boolean single = !breakSpace && !spaceBreak && !special && !tabs;
            boolean plain = single && !indicators && !breaks && !edge;
            return new ScalarLook(breaks, plain, single, !trailingSpace && !spaceBreak && !special);
        }

        private void look(int i, int c) {
            boolean first = i == 0;
            boolean last = i == text.length - 1;
            boolean blankNext = last || isBlank(text[i + 1]);
            indicators |= first ? startsIndicator(c, blankNext) : isIndicator(c, blankNext, text[i - 1]);
            boolean tab = c == '\t' && dialect == Dialect.V3;
            tabs |= tab;
            special |= !tab && !isPrintable(c);
            if (c == ' ') {
                edge |= first || last;
                breakSpace |= !first && isBreak(text[i - 1]);
            } else if (isBreak(c)) {
                breaks = true;
                edge |= first || last;
                spaceBreak |= !first && text[i - 1] == ' ';
            }
        }

        private static boolean startsIndicator(int c, boolean blankNext) {
            return "#,[]{}&*!|>'\"%@`".indexOf(c) >= 0 || ((c == '?' || c == ':' || c == '-') && blankNext);
        }

        private static boolean isIndicator(int c, boolean blankNext, int before) {
            return (c == ':' && blankNext) || (c == '#' && (isBlank(before) || isBreak(before)));
        }
    }
}
