package io.fluxj.cli.object;

/** Where objects are looked for. */
public sealed interface Namespaces {
    /** One namespace. */
    record One(String name) implements Namespaces {}

    /** All of them: {@code -A}. */
    record Every() implements Namespaces {}

    /** All of them, or the one named. */
    static Namespaces of(boolean all, String namespace) {
        return all ? new Every() : new One(namespace);
    }
}
