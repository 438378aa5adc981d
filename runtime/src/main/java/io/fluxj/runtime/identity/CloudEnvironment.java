package io.fluxj.runtime.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the controller's surroundings say of it, in the variables that the clouds' own libraries read.
 *
 * @param variables of the environment
 * @param metadata asks servers of this machine and of its network, which no proxy leads to; only when a cloud is asked for
 * @param cache keeps what was given
 */
public record CloudEnvironment(Map<String, String> variables, Caller metadata, TokenCache cache, Clock clock) {
    private static final long LARGEST = 1 << 20;

    /** Makes the map unmodifiable. */
    public CloudEnvironment {
        variables = Map.copyOf(variables);
    }

    /** One in which a variable has another value; an empty one changes nothing. */
    public CloudEnvironment with(String name, String value) {
        if (value.isEmpty()) {
            return this;
        }
        Map<String, String> others = new HashMap<>(variables);
        others.put(name, value);
        return new CloudEnvironment(others, metadata, cache, clock);
    }

    /** A variable, unless it is empty. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** What stands in the file that a variable names. */
    public Optional<String> file(String name) throws IdentityException {
        Optional<String> path = variable(name);
        try {
            if (path.isPresent() && Files.size(Path.of(path.get())) > LARGEST) {
                throw new IdentityException(name + ": the file is longer than " + LARGEST + " bytes");
            }
            return path.isPresent()
                    ? Optional.of(Files.readString(Path.of(path.get())).strip())
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new IdentityException(name + ": the file cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
