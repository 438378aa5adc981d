package io.fluxj.runtime.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.fluxj.runtime.secret.ScrubbedLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/** One JSON object per line: level, ts, msg, then what the line is about, then the error. */
final class JsonLogEncoder extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = {};
    private static final int FRAMES = 40;

    private final JsonFactory json = new JsonFactory();

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator fields = json.createGenerator(line)) {
            fields.writeStartObject();
            write(event, fields);
            fields.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        line.write('\n');
        return line.toByteArray();
    }

    private void write(ILoggingEvent event, JsonGenerator fields) throws IOException {
        fields.writeStringField("level", level(event.getLevel()));
        Instant time = Instant.ofEpochMilli(event.getTimeStamp()).truncatedTo(ChronoUnit.MILLIS);
        fields.writeStringField("ts", time.toString());
        if (!event.getLoggerName().startsWith("io.fluxj.")) {
            fields.writeStringField("logger", event.getLoggerName());
        }
        fields.writeStringField("msg", ScrubbedLines.scrub(event.getFormattedMessage()));
        about(event.getMDCPropertyMap(), fields);
        if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                fields.writeStringField(pair.key, ScrubbedLines.scrub(String.valueOf(pair.value)));
            }
        }
        if (event.getThrowableProxy() != null) {
            thrown(event.getThrowableProxy(), fields);
        }
    }

    /** As controller-runtime names what a reconciler works on. */
    private static void about(Map<String, String> context, JsonGenerator fields) throws IOException {
        String kind = context.get("controllerKind");
        if (kind == null) {
            return;
        }
        field("controller", context, fields);
        field("controllerGroup", context, fields);
        field("controllerKind", context, fields);
        fields.writeObjectFieldStart(kind);
        field("name", context, fields);
        field("namespace", context, fields);
        fields.writeEndObject();
        field("namespace", context, fields);
        field("name", context, fields);
        field("reconcileID", context, fields);
    }

    private static void field(String name, Map<String, String> context, JsonGenerator fields) throws IOException {
        String value = context.get(name);
        if (value != null) {
            fields.writeStringField(name, value);
        }
    }

    private void thrown(IThrowableProxy thrown, JsonGenerator fields) throws IOException {
        fields.writeStringField("error", ScrubbedLines.scrub(thrown.getClassName() + ": " + thrown.getMessage()));
        StringBuilder trace = new StringBuilder();
        StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            trace.append(frames[i].getSTEAsString()).append('\n');
        }
        fields.writeStringField("stacktrace", trace.toString());
    }

    private static String level(Level level) {
        return switch (level.toInt()) {
            case Level.TRACE_INT -> "trace";
            case Level.DEBUG_INT -> "debug";
            case Level.WARN_INT -> "warn";
            case Level.ERROR_INT -> "error";
            default -> "info";
        };
    }
}
