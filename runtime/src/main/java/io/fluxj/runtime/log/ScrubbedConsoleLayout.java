package io.fluxj.runtime.log;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import io.fluxj.runtime.secret.ScrubbedLines;

/** Lines for people, without secrets. */
final class ScrubbedConsoleLayout extends LayoutBase<ILoggingEvent> {
    private final PatternLayout pattern;

    ScrubbedConsoleLayout(PatternLayout pattern) {
        this.pattern = pattern;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        return ScrubbedLines.scrub(pattern.doLayout(event));
    }
}
