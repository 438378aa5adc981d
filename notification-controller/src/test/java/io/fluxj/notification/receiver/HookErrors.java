package io.fluxj.notification.receiver;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * The errors that the server of webhooks logs, as {@code message: error}.
 *
 * @param namespaces whose Receivers they are about; other tests of the same JVM log too
 */
record HookErrors(ListAppender<ILoggingEvent> appender, Set<String> namespaces) implements AutoCloseable {

    static HookErrors capture(Set<String> namespaces) {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.list = new CopyOnWriteArrayList<>();
        appender.start();
        logger().addAppender(appender);
        return new HookErrors(appender, namespaces);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("receiver-server");
    }

    List<String> lines() {
        return appender.list.stream()
                .filter(event -> event.getLevel().equals(Level.ERROR))
                .filter(this::isOurs)
                .map(HookErrors::line)
                .toList();
    }

    private boolean isOurs(ILoggingEvent event) {
        return event.getKeyValuePairs().stream()
                .filter(pair -> pair.key.equals("namespace"))
                .allMatch(pair -> namespaces.contains(String.valueOf(pair.value)));
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
