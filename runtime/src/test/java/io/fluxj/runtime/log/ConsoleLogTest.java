package io.fluxj.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.fluxj.runtime.secret.ScrubbedLines;
import io.fluxj.runtime.secret.Scrubber;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleLogTest {
    private final LoggerContext context = new LoggerContext();

    private LoggingEvent line(String message) {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerContext(context);
        event.setLoggerName("org.example.library.Any");
        event.setLevel(Level.WARN);
        event.setMessage(message);
        event.setMDCPropertyMap(Map.of());
        return event;
    }

    private ScrubbedConsoleLayout layout() {
        PatternLayout pattern = new PatternLayout();
        pattern.setContext(context);
        pattern.setPattern("%msg");
        pattern.start();
        return new ScrubbedConsoleLayout(pattern);
    }

    @Test
    void secretsOfAddressesAreMasked() {
        assertThat(layout().doLayout(line("cannot clone https://me:pw@git.test/x")))
                .isEqualTo("cannot clone https://*****@git.test/x");
    }

    @Test
    void linesOfLibrariesConcealWhatTheRunningPassConceals() throws Exception {
        Scrubber scrubber = new Scrubber();
        scrubber.conceal("hunter22");

        String said = ScrubbedLines.through(scrubber, () -> layout().doLayout(line("sent hunter22")));

        assertThat(said).isEqualTo("sent *****");
        assertThat(layout().doLayout(line("sent hunter22"))).isEqualTo("sent hunter22");
    }
}
