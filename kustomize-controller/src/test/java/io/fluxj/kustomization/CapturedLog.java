package io.fluxj.kustomization;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that is logged, as it is before anything is taken out of it at the very end. */
record CapturedLog(ListAppender<ILoggingEvent> appender) implements AutoCloseable {

    static CapturedLog start() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.list = new CopyOnWriteArrayList<>();
        appender.start();
        root().addAppender(appender);
        return new CapturedLog(appender);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    List<String> lines() {
        return appender.list.stream()
                .map(event ->
                        event.getFormattedMessage() + " " + event.getKeyValuePairs() + " " + event.getThrowableProxy())
                .toList();
    }

    @Override
    public void close() {
        root().detachAppender(appender);
    }
}
