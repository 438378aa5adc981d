package io.fluxj.kustomize.yaml;

/** A text is not YAML that can be used. */
public final class YamlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * @param line line in the text, counted from 1; 0 if there is none
     */
    public YamlException(String message, int line) {
        super(message);
        this.line = line;
    }

    /** Line in the text, counted from 1; 0 if there is none. */
    public int line() {
        return line;
    }
}
