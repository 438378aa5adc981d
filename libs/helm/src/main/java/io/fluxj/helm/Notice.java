package io.fluxj.helm;

import java.util.List;

/**
 * Something that the user should know of and that stops nothing; the CLI of Helm prints it to stderr.
 *
 * @param attributes of the message, in their order
 */
public record Notice(Level level, String message, List<Attribute> attributes) {

    /** How much it matters. */
    public enum Level {
        /** Only for who asks for it. */
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    /** A named value of the message. */
    public record Attribute(String name, String value) {}

    public Notice {
        attributes = List.copyOf(attributes);
    }

    public static Notice debug(String message, Attribute... attributes) {
        return new Notice(Level.DEBUG, message, List.of(attributes));
    }

    public static Notice info(String message, Attribute... attributes) {
        return new Notice(Level.INFO, message, List.of(attributes));
    }

    public static Notice warn(String message, Attribute... attributes) {
        return new Notice(Level.WARN, message, List.of(attributes));
    }

    /** As a line of Go's {@code log/slog}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder("level=" + level + " msg=" + SlogText.of(message));
        attributes.forEach(attribute -> line.append(' ')
                .append(SlogText.of(attribute.name()))
                .append('=')
                .append(SlogText.of(attribute.value())));
        return line.toString();
    }
}
