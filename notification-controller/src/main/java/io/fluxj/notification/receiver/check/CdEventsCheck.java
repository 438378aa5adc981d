package io.fluxj.notification.receiver.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.fluxj.notification.receiver.payload.GoJson;
import io.fluxj.notification.receiver.payload.MalformedPayload;
import io.fluxj.notification.receiver.payload.Shape;
import io.fluxj.runtime.secret.NamedSecret;
import java.util.Map;
import java.util.Set;

/**
 * CDEvents of version 0.4: their type is known, and what they say of themselves has the right form. What is missing is not missed, since Flux takes events
 * for whole whose missing fields an earlier event of that type had.
 */
final class CdEventsCheck implements CallCheck {
    private static final Pattern TYPE = Pattern.compile(
            "(dev\\.cdevents)\\.([a-z]+\\.[a-z]+)\\.((?:0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)(?:-[0-9A-Za-z.-]+)?)");
    private static final Pattern CUSTOM =
            Pattern.compile("dev\\.cdeventsx\\.[A-Za-z0-9]+-[A-Za-z0-9]+\\.[A-Za-z0-9]+\\.\\d+\\.\\d+\\.\\d+.*");
    private static final String UNDEFINED =
            "dev.cdevents.<undefined-subject>.<undefined-predicate>.<undefined-version>";
    private static final String USUAL_VERSION = "0.2.0";

    private static final Shape TEXT = new Shape.Text();
    private static final Shape.Fields SHAPE = Shape.of(
            "",
            Map.of(
                    "context",
                            Shape.of(
                                    "Context",
                                    Map.of(
                                            "version",
                                            TEXT,
                                            "id",
                                            TEXT,
                                            "source",
                                            TEXT,
                                            "type",
                                            TEXT,
                                            "timestamp",
                                            TEXT)),
                    "subject", Shape.of("Subject", Map.of("id", TEXT, "source", TEXT, "type", TEXT))));

    /** Types of the specification, in it at {@link #USUAL_VERSION}. */
    private static final Set<String> USUAL = Set.of(
            "artifact.packaged",
            "artifact.published",
            "artifact.signed",
            "branch.created",
            "branch.deleted",
            "build.finished",
            "build.queued",
            "build.started",
            "change.abandoned",
            "change.merged",
            "change.reviewed",
            "change.updated",
            "environment.created",
            "environment.deleted",
            "environment.modified",
            "incident.detected",
            "incident.reported",
            "incident.resolved",
            "pipelinerun.finished",
            "pipelinerun.queued",
            "pipelinerun.started",
            "repository.created",
            "repository.deleted",
            "repository.modified",
            "service.deployed",
            "service.published",
            "service.removed",
            "service.rolledback",
            "service.upgraded",
            "taskrun.finished",
            "taskrun.started",
            "testcaserun.finished",
            "testcaserun.queued",
            "testcaserun.started",
            "testoutput.published",
            "testsuiterun.finished",
            "testsuiterun.queued",
            "testsuiterun.started");

    /** Types of the specification at other versions. */
    private static final Map<String, String> OTHERS = Map.of(
            "artifact.deleted", "0.1.0",
            "artifact.downloaded", "0.1.0",
            "change.created", "0.3.0",
            "testcaserun.skipped", "0.1.0",
            "ticket.closed", "0.1.0",
            "ticket.created", "0.1.0",
            "ticket.updated", "0.1.0");

    @Override
    public Genuine check(Call call, NamedSecret secret) throws CallRefused {
        try {
            requireEvent(GoJson.whole(call.body().array()));
        } catch (MalformedPayload malformed) {
            throw new CallRefused("unable to validate CDEvent event: " + malformed.message());
        }
        Events.require(call.spec().events(), call.header("Ce-Type"), "CDEvent");
        return Genuine.with(call.body());
    }

    private static void requireEvent(JsonNode event) throws CallRefused, MalformedPayload {
        Shape.check(SHAPE, event);
        String type = event.path("context").path("type").asText("");
        if (CUSTOM.matcher(type).matches()) {
            return;
        }
        Matcher parts = TYPE.matcher(type);
        if (!parts.matches()) {
            throw refused("unknown event type " + (type.isEmpty() ? UNDEFINED : type));
        }
        String name = parts.group(2);
        String version = USUAL.contains(name) ? USUAL_VERSION : OTHERS.getOrDefault(name, "");
        if (version.isEmpty()) {
            throw refused("unknown event type " + type);
        }
        if (!parts.group(3).equals(version)) {
            throw refused(
                    "jsonschema validation failed with 'https://cdevents.dev/0.4.1/schema/%s-event#'%n- at '/context/type': value must be 'dev.cdevents.%s.%s'"
                            .formatted(name.replace('.', '-'), name, version));
        }
    }

    private static CallRefused refused(String why) {
        return new CallRefused("unable to validate CDEvent event: " + why);
    }
}
