package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.value.GoText;

/** Splits a name into words and joins them in lower case with a connector. */
final class WordCasing {
    private final int[] runes;
    private final char connector;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private Word word = new Word(Type.NONE, 0, 0);

    WordCasing(String text, char connector) {
        this.runes = text.codePoints().map(GoText::rune).toArray();
        this.connector = connector;
    }

    private enum Type {
        NONE,
        NUMBER,
        UPPER,
        ALPHABET,
        CONNECTOR,
        PUNCTUATION,
        OTHER;

        boolean isWord() {
            return this != CONNECTOR && this != PUNCTUATION;
        }
    }

    private record Word(Type type, int from, int to) {}

    String convert() {
        if (runes.length == 0) {
            return "";
        }
        word = next();
        while (at < runes.length) {
            step();
        }
        write(word);
        return out.toString();
    }

    private void step() {
        if (word.type() != Type.CONNECTOR) {
            write(word);
        }
        Word previous = word;
        word = next();
        switch (previous.type()) {
            case NUMBER -> afterNumber();
            case CONNECTOR -> write(previous);
            case PUNCTUATION -> {}
            case NONE, UPPER, ALPHABET, OTHER -> afterLetters();
        }
    }

    private void afterNumber() {
        writeRun();
        if (word.type() != Type.NONE && word.type().isWord()) {
            out.append(connector);
        }
    }

    private void writeRun() {
        while (word.type() == Type.ALPHABET || word.type() == Type.NUMBER) {
            write(word);
            word = next();
        }
    }

    private void afterLetters() {
        if (word.type() != Type.NUMBER) {
            if (word.type().isWord()) {
                out.append(connector);
            }
            return;
        }
        if (at == runes.length) {
            return;
        }
        Word number = word;
        word = next();
        if (word.type() != Type.ALPHABET) {
            write(number);
            if (word.type().isWord()) {
                out.append(connector);
            }
            return;
        }
        out.append(connector);
        write(number);
        afterNumber();
    }

    private void write(Word written) {
        if (written.type() == Type.CONNECTOR) {
            out.repeat(connector, written.to() - written.from());
            return;
        }
        for (int i = written.from(); i < written.to(); i++) {
            boolean changes = written.type() == Type.UPPER && Character.isUpperCase(runes[i]);
            out.appendCodePoint(changes ? Character.toLowerCase(runes[i]) : runes[i]);
        }
    }

    private Word next() {
        if (at == runes.length) {
            return new Word(Type.NONE, at, at);
        }
        int from = at;
        Type type = typeOf(runes[at++]);
        switch (type) {
            case UPPER -> upper();
            case ALPHABET -> lowerLetters();
            case NONE, NUMBER, CONNECTOR, PUNCTUATION, OTHER -> {
                while (at < runes.length && typeOf(runes[at]) == type) {
                    at++;
                }
            }
        }
        return new Word(type, from, at);
    }

    /** A run of capitals; the last of them begins the next word when small letters follow it. */
    private void upper() {
        if (at == runes.length) {
            return;
        }
        if (!Character.isUpperCase(runes[at])) {
            if (isAlphabet(runes[at])) {
                at++;
                lowerLetters();
            }
            return;
        }
        while (at < runes.length && Character.isUpperCase(runes[at])) {
            at++;
        }
        if (at < runes.length && isAlphabet(runes[at])) {
            at--;
        }
    }

    private void lowerLetters() {
        while (at < runes.length && isAlphabet(runes[at]) && !Character.isUpperCase(runes[at])) {
            at++;
        }
    }

    private static Type typeOf(int c) {
        if (Casing.isConnector(c)) {
            return Type.CONNECTOR;
        }
        if (isPunctuation(c)) {
            return Type.PUNCTUATION;
        }
        if (Character.isUpperCase(c)) {
            return Type.UPPER;
        }
        if (isAlphabet(c)) {
            return Type.ALPHABET;
        }
        return isNumber(c) ? Type.NUMBER : Type.OTHER;
    }

    /** A letter of a script that is written in words. */
    private static boolean isAlphabet(int c) {
        boolean han = (c >= 0x4E00 && c <= 0x9FCC) || (c >= 0x3400 && c <= 0x4D85) || (c >= 0x20000 && c <= 0x2B81D);
        return Character.isLetter(c) && !han;
    }

    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
