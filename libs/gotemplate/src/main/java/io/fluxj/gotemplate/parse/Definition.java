package io.fluxj.gotemplate.parse;

import io.fluxj.gotemplate.value.GoText;

/**
 * A parsed template.
 *
 * @param name by which it is called
 * @param source name of the template whose text it stands in, and that text
 */
public record Definition(String name, Source source, Node.ListNode body) {

    /** A text with its name. */
    public record Source(String name, String text) {

        /** Where an index of the text lies: {@code NAME:LINE:COLUMN}, the column in bytes from 0. */
        public Place place(int position) {
            int lineStart = text.lastIndexOf('\n', position - 1) + 1;
            int line = 1
                    + (int) text.substring(0, lineStart)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            return new Place(name, line, GoText.length(text, lineStart, position));
        }
    }

    /** A place in a template; lines count from 1, columns from 0 in bytes. */
    public record Place(String template, int line, int column) {
        @Override
        public String toString() {
            return template + ":" + line + ":" + column;
        }
    }

    /** Whether it is nothing but space and comments, and therefore replaces no other definition. */
    public boolean isEmpty() {
        return body.statements().stream()
                .allMatch(statement -> statement instanceof Node.Text text
                        && text.text().codePoints().allMatch(GoText::isSpace));
    }
}
