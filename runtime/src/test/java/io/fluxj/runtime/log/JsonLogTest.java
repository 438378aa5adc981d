package io.fluxj.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class JsonLogTest {
    @Test
    void aLineHasTheShapeOfFluxs() {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerContext(new LoggerContext());
        event.setLoggerName("io.fluxj.runtime.Any");
        event.setLevel(Level.ERROR);
        event.setInstant(Instant.parse("2026-01-02T03:04:05.678Z"));
        event.setMessage("cannot clone {}");
        event.setArgumentArray(new Object[] {"https://me:pw@git.test/x"});
        event.setMDCPropertyMap(Map.of(
                "controller", "gitrepository",
                "controllerGroup", "source.toolkit.fluxcd.io",
                "controllerKind", "GitRepository",
                "namespace", "apps",
                "name", "repo",
                "reconcileID", "1-2-3"));
        event.setKeyValuePairs(List.of(new KeyValuePair("error", "Bearer abcdefgh is wrong")));

        String line = new String(new JsonLogEncoder().encode(event), StandardCharsets.UTF_8);

        assertThat(line).isEqualTo("""
                        {"level":"error","ts":"2026-01-02T03:04:05.678Z","msg":"cannot clone https://*****@git.test/x",\
                        "controller":"gitrepository","controllerGroup":"source.toolkit.fluxcd.io","controllerKind":"GitRepository",\
                        "GitRepository":{"name":"repo","namespace":"apps"},"namespace":"apps","name":"repo","reconcileID":"1-2-3",\
                        "error":"Bearer ***** is wrong"}
                        """);
    }
}
