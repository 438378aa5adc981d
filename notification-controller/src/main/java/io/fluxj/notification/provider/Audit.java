package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.audit.Journal;
import io.fluxj.audit.Seal;
import io.fluxj.notification.event.EventJson;
import io.fluxj.notification.event.GoJson;
import io.fluxj.notification.event.Involved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.regex.Pattern;

/** A journal that shows when somebody changed it: who said what, about which object at which revision, and which objects it changed. */
final class Audit implements Service {
    private static final int LONGEST_MESSAGE = 100_000;
    private static final int LONGEST_VALUE = 10_000;
    private static final int MOST_METADATA = 100;
    /** As controllers list what they did: {@code Deployment/apps/web configured}. */
    private static final Pattern CHANGE = Pattern.compile(
            "[A-Z][A-Za-z0-9]{0,62}/[^ ]{1,320} (created|configured|deleted|recreated|replaced|patched|changed)");

    private final Journal journal;
    private final Seal seal;
    private final Clock clock;

    private Audit(Journal journal, Seal seal, Clock clock) {
        this.journal = journal;
        this.seal = seal;
        this.clock = clock;
    }

    static Service of(Settings settings, Journals journals) throws DeliveryFailure {
        Seal seal = Seal.of(settings.token().getBytes(StandardCharsets.UTF_8));
        return new Audit(journals.of(settings), seal, Clock.systemUTC());
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure {
        try {
            var _ = journal.append(new String(GoJson.bytes(record(notification)), StandardCharsets.UTF_8), seal);
        } catch (IOException failed) {
            throw new DeliveryFailure("the journal was not written: " + failed.getMessage());
        }
    }

    private ObjectNode record(Notification notification) {
        String message = notification.message();
        ObjectNode record = Json.object(
                "written", clock.instant().toString(),
                "happened", notification.event().time().map(EventJson::seconds).orElse(""),
                "controller", notification.controller(),
                "instance", notification.event().reporter().instance(),
                "alert",
                        notification.alert().namespace() + "/"
                                + notification.alert().name(),
                "object", object(notification.object()),
                "severity", notification.event().severity(),
                "reason", notification.event().reason(),
                "changes", changes(message),
                "message", cut(message, LONGEST_MESSAGE));
        record.set("metadata", metadata(notification));
        return record;
    }

    private static ObjectNode object(Involved object) {
        return Json.object(
                "apiVersion", object.apiVersion(),
                "kind", object.kind(),
                "namespace", object.namespace(),
                "name", object.name(),
                "uid", object.uid());
    }

    private static ObjectNode metadata(Notification notification) {
        ObjectNode metadata = Json.object();
        notification.metadata().entrySet().stream()
                .limit(MOST_METADATA)
                .forEach(entry ->
                        metadata.put(cut(entry.getKey(), LONGEST_VALUE), cut(entry.getValue(), LONGEST_VALUE)));
        return metadata;
    }

    private static ArrayNode changes(String message) {
        ArrayNode changes = Json.array();
        cut(message, LONGEST_MESSAGE)
                .lines()
                .filter(line -> CHANGE.matcher(line).matches())
                .forEach(changes::add);
        return changes;
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }
}
