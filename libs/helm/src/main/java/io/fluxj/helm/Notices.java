package io.fluxj.helm;

/** Takes notices. */
@FunctionalInterface
public interface Notices {
    /** Drops them. */
    Notices NONE = notice -> {};

    void add(Notice notice);
}
