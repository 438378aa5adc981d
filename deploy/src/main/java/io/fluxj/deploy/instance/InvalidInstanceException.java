package io.fluxj.deploy.instance;

/** A FluxInstance that cannot be installed; the message names the field and what would be right. */
public final class InvalidInstanceException extends RuntimeException {
    InvalidInstanceException(String message) {
        super(message);
    }
}
