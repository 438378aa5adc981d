package io.fluxj.sops.key;

/** Breaks lines at blanks. A word longer than a line stays whole where it stands. */
final class WordWrap {
    private WordWrap() {}

    static String of(String text, int columns) {
        StringBuilder wrapped = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (!wrapped.isEmpty()) {
                wrapped.append('\n');
            }
            wrap(line, columns, wrapped);
        }
        return wrapped.toString();
    }

    private static void wrap(String line, int columns, StringBuilder wrapped) {
        int column = 0;
        boolean first = true;
        for (String word : line.split(" ", -1)) {
            boolean breaks = !first && column + 1 + word.length() > columns && word.length() < columns;
            if (!first) {
                wrapped.append(breaks ? '\n' : ' ');
                column = breaks ? 0 : column + 1;
            }
            wrapped.append(word);
            column += word.length();
            first = false;
        }
    }
}
