package io.fluxj.runtime.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.fluxj.runtime.options.LogOptions;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Sets up the logs of a process as the flags say. They go to standard error, as Flux's do. */
public final class LogSetup {
    private static final List<String> CHATTY = List.of(
            "Default ConfigurationService implementation",
            "io.javaoperatorsdk",
            "io.fabric8",
            "org.eclipse.jetty",
            "org.eclipse.jgit",
            "org.apache.sshd",
            "jdk.internal.httpclient");

    private LogSetup() {}

    /** Replaces whatever was set up before, for the whole process. */
    public static void apply(LogOptions options) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        EncoderBase<ILoggingEvent> encoder = encoder(options.encoding(), context);
        encoder.setContext(context);
        encoder.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender(context, encoder));
        root.setLevel(level(options.level()));
        for (String name : CHATTY) {
            context.getLogger(name)
                    .setLevel(level(options.level()).isGreaterOrEqual(Level.INFO) ? Level.WARN : Level.INFO);
        }
    }

    private static ConsoleAppender<ILoggingEvent> appender(LoggerContext context, Encoder<ILoggingEvent> encoder) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }

    private static EncoderBase<ILoggingEvent> encoder(LogOptions.Encoding encoding, LoggerContext context) {
        return switch (encoding) {
            case json -> new JsonLogEncoder();
            case console -> {
                PatternLayout pattern = new PatternLayout();
                pattern.setContext(context);
                pattern.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX}\\t%level\\t%msg\\t%mdc{controllerKind}"
                        + " %mdc{namespace} %mdc{name}\\t%kvp%n");
                pattern.start();
                LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
                encoder.setLayout(new ScrubbedConsoleLayout(pattern));
                yield encoder;
            }
        };
    }

    private static Level level(LogOptions.Level level) {
        return switch (level) {
            case trace -> Level.TRACE;
            case debug -> Level.DEBUG;
            case info -> Level.INFO;
            case error -> Level.ERROR;
        };
    }
}
