package io.fluxj.notification.receiver;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** The errors that the server of webhooks logs, as {@code message: error}. */
record HookErrors(ListAppender<ILoggingEvent> appender) implements AutoCloseable {

    static HookErrors capture() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.list = new CopyOnWriteArrayList<>();
        appender.start();
        logger().addAppender(appender);
        return new HookErrors(appender);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("receiver-server");
    }

    List<String> lines() {
        return appender.list.stream()
                .filter(event -> event.getLevel().equals(Level.ERROR))
                .map(HookErrors::line)
                .toList();
    }

    private static String line(ILoggingEvent event) {
        return event.getFormattedMessage()
                + event.getKeyValuePairs().stream()
                        .filter(pair -> pair.key.equals("error"))
                        .map(pair -> ": " + pair.value)
                        .collect(Collectors.joining());
    }

    @Override
    public void close() {
        logger().detachAppender(appender);
    }
}
