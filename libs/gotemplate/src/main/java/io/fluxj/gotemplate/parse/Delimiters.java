package io.fluxj.gotemplate.parse;

/** What actions stand between. */
public record Delimiters(String left, String right) {
    public static final Delimiters STANDARD = new Delimiters("{{", "}}");

    public Delimiters {
        left = left.isEmpty() ? "{{" : left;
        right = right.isEmpty() ? "}}" : right;
    }
}
