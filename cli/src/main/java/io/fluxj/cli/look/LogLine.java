package io.fluxj.cli.look;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** One line of a controller's log: the keys that Flux's controllers and ours write. */
record LogLine(JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reads a line; empty when it is no JSON object, for libraries and the virtual machine write their own. */
    static Optional<LogLine> parse(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LogLine(MAPPER.readTree(line)));
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }

    String level() {
        return text("level");
    }

    String kind() {
        return text("reconciler kind");
    }

    String controllerKind() {
        return text("controllerKind");
    }

    String name() {
        return text("name");
    }

    String namespace() {
        return text("namespace");
    }

    /** As flux prints it: time, level, object, message, and the error after a blank that is there in any case. */
    String shown() {
        String object = name().isEmpty() ? "" : "/" + name() + "." + namespace();
        return "%s %s %s%s - %s %s"
                .formatted(
                        text("ts"),
                        level(),
                        kind().isEmpty() ? controllerKind() : kind(),
                        object,
                        text("msg"),
                        text("error"));
    }

    private String text(String key) {
        return json.path(key).asText("");
    }
}
