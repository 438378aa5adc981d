package io.fluxj.reflector.tags;

import java.io.IOException;

/** A file of tags does not hold what was written. */
final class DamagedTagsException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedTagsException(String message) {
        super(message);
    }
}
