package io.fluxj.apply.health;

/** An object whose status cannot be computed because it is not shaped as objects are. */
public final class MalformedObject extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedObject(String message) {
        super(message);
    }
}
