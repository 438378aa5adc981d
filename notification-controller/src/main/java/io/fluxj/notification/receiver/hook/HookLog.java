package io.fluxj.notification.receiver.hook;

import io.fluxj.api.notification.v1.Receiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells what became of calls. The path of a webhook is never told, since who knows it can call it. */
final class HookLog {
    private static final Logger LOG = LoggerFactory.getLogger("receiver-server");

    private HookLog() {}

    static void error(Receiver receiver, String message, String why) {
        about(LOG.atError(), receiver).addKeyValue("error", why).log(message);
    }

    /** Of a call that is nobody's. */
    static void error(String message, String why) {
        LOG.atError().addKeyValue("error", why).log(message);
    }

    static void info(Receiver receiver, String message) {
        about(LOG.atInfo(), receiver).log(message);
    }

    private static LoggingEventBuilder about(LoggingEventBuilder line, Receiver receiver) {
        return line.addKeyValue("reconciler kind", "Receiver")
                .addKeyValue("name", receiver.getMetadata().getName())
                .addKeyValue("namespace", receiver.getMetadata().getNamespace());
    }
}
