package io.fluxj.cli.create;

import io.fluxj.cli.frame.CommandFailure;
import java.util.List;

/** Flags that must be given. */
final class Required {
    private Required() {}

    /** The value; a failure names the flag where it is empty. */
    static String flag(String flag, String value) {
        if (value.isBlank()) {
            throw new CommandFailure(flag + " is required");
        }
        return value;
    }

    /** The value, which must be one of these; empty is none of its business. */
    static String oneOf(String flag, String value, String... known) {
        if (value.isEmpty() || List.of(known).contains(value)) {
            return value;
        }
        throw new CommandFailure(
                flag + " '" + value + "' is not supported, must be one of: " + String.join(", ", known));
    }
}
