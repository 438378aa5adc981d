package io.fluxj.watcher.pattern;

/** A pattern that nothing can be made of, or that makes what cannot be; only its author can mend it. */
public final class PatternException extends Exception {
    private static final long serialVersionUID = 1L;

    PatternException(String message) {
        super(message);
    }
}
