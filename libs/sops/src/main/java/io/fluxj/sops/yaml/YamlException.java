package io.fluxj.sops.yaml;

/** The text is no YAML, or more of it than is taken. The message is go-yaml's, and never holds a value of the text. */
public final class YamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the message as it is. */
    public YamlException(String message) {
        super(message);
    }

    /** Found while tokens were made: go-yaml tells the line. */
    static YamlException scanning(String problem, Mark context, Mark place) {
        int line = context.line() != 0 ? context.line() : place.line();
        return at(problem, line == 0 ? 0 : line + 1);
    }

    /** Found between tokens: go-yaml tells the line before, and none for the first. */
    static YamlException parsing(String problem, Mark context, Mark place) {
        return at(problem, context.line() != 0 ? context.line() : place.line());
    }

    private static YamlException at(String problem, int line) {
        return new YamlException("yaml: " + (line == 0 ? "" : "line " + line + ": ") + problem);
    }
}
