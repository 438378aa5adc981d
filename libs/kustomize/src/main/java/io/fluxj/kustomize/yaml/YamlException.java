package io.fluxj.kustomize.yaml;

import java.util.Optional;

/** A text is not YAML that can be used. */
public final class YamlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String hint;

    /**
     * @param line line in the text, counted from 1; 0 if there is none
     */
    public YamlException(String message, int line) {
        this(message, line, "");
    }

    /**
     * @param line line in the text, counted from 1; 0 if there is none
     * @param hint what to do; {@code ""} if that is plain
     */
    public YamlException(String message, int line, String hint) {
        super(message);
        this.line = line;
        this.hint = hint;
    }

    /** What to do, if it is not plain. */
    public Optional<String> hint() {
        return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
    }

    /** Line in the text, counted from 1; 0 if there is none. */
    public int line() {
        return line;
    }
}
