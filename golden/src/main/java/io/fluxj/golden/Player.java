package io.fluxj.golden;

/** Does what a recording says and compares. Called for several recordings at a time. */
@FunctionalInterface
public interface Player {
    /**
     * Plays one recording.
     *
     * @throws Exception when it cannot be played to its end, which counts as failed
     */
    Verdict play(Recording recording) throws Exception;
}
