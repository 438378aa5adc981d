package io.fluxj.testkit.golden;

import io.fluxj.golden.Recording;

/** How scenarios are written down. */
@FunctionalInterface
public interface Format {
    /**
     * Reads a recording.
     *
     * @throws IllegalArgumentException when it is not of this format
     */
    Scenario read(Recording recording);

    /** Steps with scripts and {@code expect}ed objects: source-controller and helm-controller. */
    static Format scripted() {
        return ScriptedFormat::read;
    }

    /** Steps with commits, of which one kind of object is told: kustomize-controller. */
    static Format committed(String kind) {
        return recording -> new CommittedFormat(recording, kind).read();
    }
}
