package io.fluxj.runtime.options;

import picocli.CommandLine.Option;

/** {@code --log-*}. Source: flags-endpoints §1. */
public final class LogOptions {
    /** How log lines are written. */
    public enum Encoding {
        json,
        console
    }

    /** The least important line that is written. */
    public enum Level {
        trace,
        debug,
        info,
        error
    }

    @Option(names = "--log-encoding", defaultValue = "json", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Encoding encoding = Encoding.json;

    @Option(names = "--log-level", defaultValue = "info", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Level level = Level.info;

    /** How log lines are written. */
    public Encoding encoding() {
        return encoding;
    }

    /** The least important line that is written. */
    public Level level() {
        return level;
    }
}
