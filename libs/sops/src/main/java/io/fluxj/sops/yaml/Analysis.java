package io.fluxj.sops.yaml;

/** In which styles a text can be written outside of brackets. */
record Analysis(boolean multiline, boolean plain, boolean singleQuoted, boolean block) {
    private static final String FIRST = "#,[]{}&*!|>'\"%@`";

    static Analysis of(int[] text) {
        if (text.length == 0) {
            return new Analysis(false, true, true, false);
        }
        return new Look(text).analysis();
    }

    private static final class Look {
        private final int[] text;
        private boolean indicators;
        private boolean breaks;
        private boolean special;
        private boolean tabs;
        private boolean breakSpace;
        private boolean spaceBreak;

        Look(int[] text) {
            this.text = text;
            indicators = text.length >= 3 && (starts('-') || starts('.'));
            for (int i = 0; i < text.length; i++) {
                indicators |= isIndicator(i);
                tabs |= text[i] == '\t';
                special |= text[i] != '\t' && !Characters.isPrintable(text[i]);
                breaks |= Characters.isBreak(text[i]);
                breakSpace |= text[i] == ' ' && i > 0 && Characters.isBreak(text[i - 1]);
                spaceBreak |= Characters.isBreak(text[i]) && i > 0 && text[i - 1] == ' ';
            }
        }

        private boolean starts(int point) {
            return text[0] == point && text[1] == point && text[2] == point;
        }

        private boolean isIndicator(int i) {
            boolean blankFollows = i + 1 >= text.length || Characters.isBlank(text[i + 1]);
            if (i == 0) {
                return Characters.isOneOf(text[0], FIRST) || (Characters.isOneOf(text[0], "?:-") && blankFollows);
            }
            boolean afterBlank = Characters.isBlank(text[i - 1]) || Characters.isBreak(text[i - 1]);
            return (text[i] == ':' && blankFollows) || (text[i] == '#' && afterBlank);
        }

        private boolean isSpaceOrBreak(int point) {
            return point == ' ' || Characters.isBreak(point);
        }

        Analysis analysis() {
            int last = text[text.length - 1];
            boolean outer = isSpaceOrBreak(text[0]) || isSpaceOrBreak(last);
            boolean quotable = !breakSpace && !spaceBreak && !tabs && !special;
            return new Analysis(
                    breaks,
                    quotable && !outer && !breaks && !indicators,
                    quotable,
                    last != ' ' && !spaceBreak && !special);
        }
    }
}
