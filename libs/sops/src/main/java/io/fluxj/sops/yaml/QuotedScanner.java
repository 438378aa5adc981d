package io.fluxj.sops.yaml;

/** A scalar in single or double quotes. */
final class QuotedScanner {
    private final Source source;
    private final Mark start;
    private final int quote;
    private final StringBuilder text = new StringBuilder();
    private final Blanks blanks = new Blanks();

    QuotedScanner(Source source) {
        this.source = source;
        this.start = source.mark();
        this.quote = source.at(0);
    }

    Token scan() {
        source.skip();
        while (true) {
            if (source.isDocumentIndicator()) {
                throw error("found unexpected document indicator");
            }
            if (source.isEnd()) {
                throw error("found unexpected end of stream");
            }
            word();
            if (source.is(quote)) {
                break;
            }
            blanks();
        }
        source.skip();
        return Token.scalar(
                text.toString(), quote == '\'' ? Style.SINGLE_QUOTED : Style.DOUBLE_QUOTED, start, source.mark());
    }

    private YamlException error(String problem) {
        return YamlException.scanning(problem, start, source.mark());
    }

    private void word() {
        while (!source.isBlankOrEnd(0)) {
            if (quote == '\'' && source.is('\'') && source.at(1) == '\'') {
                text.append('\'');
                source.skip(2);
            } else if (source.is(quote)) {
                return;
            } else if (quote == '"' && source.is('\\') && source.isBreak(1)) {
                source.skip();
                source.skipLine();
                blanks.breakSilently();
                return;
            } else if (quote == '"' && source.is('\\')) {
                escape();
            } else {
                source.read(text);
            }
        }
    }

    private void escape() {
        int escaped = source.at(1);
        int digits =
                switch (escaped) {
                    case 'x' -> 2;
                    case 'u' -> 4;
                    case 'U' -> 8;
                    default -> 0;
                };
        int point = digits == 0 ? Escapes.point(escaped) : 0;
        if (point < 0) {
            throw error("found unknown escape character");
        }
        source.skip(2);
        text.appendCodePoint(digits == 0 ? point : hexadecimal(digits));
    }

    private int hexadecimal(int digits) {
        long point = 0;
        for (int i = 0; i < digits; i++) {
            int digit = source.at(i) < 0x80 ? Character.digit(source.at(i), 16) : -1;
            if (digit < 0) {
                throw error("did not find expected hexdecimal number");
            }
            point = point << 4 | digit;
        }
        if ((point >= 0xD800 && point <= 0xDFFF) || point > Character.MAX_CODE_POINT) {
            throw error("found invalid Unicode character escape code");
        }
        source.skip(digits);
        return (int) point;
    }

    private void blanks() {
        while (source.isBlank(0) || source.isBreak(0)) {
            if (source.isBreak(0)) {
                blanks.lineBreak(source);
            } else {
                blanks.blank(source);
            }
        }
        blanks.joinTo(text);
    }
}
