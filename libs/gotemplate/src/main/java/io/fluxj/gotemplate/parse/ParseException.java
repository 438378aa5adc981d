package io.fluxj.gotemplate.parse;

/** A template is malformed; the message is Go's, with the template's name and the line. */
public final class ParseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String template;
    private final int line;

    ParseException(String template, int line, String problem) {
        super("template: " + template + ":" + line + ": " + problem);
        this.template = template;
        this.line = line;
    }

    public String template() {
        return template;
    }

    /** Number of the line, from 1. */
    public int line() {
        return line;
    }
}
