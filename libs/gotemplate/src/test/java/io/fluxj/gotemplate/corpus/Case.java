package io.fluxj.gotemplate.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.gotemplate.value.GoText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recorded case.
 *
 * @param values text of the values file, null for the shared one
 * @param expected what it prints; null when it fails
 * @param error with what it fails
 */
record Case(
        String id,
        String template,
        @Nullable String values,
        Map<String, String> files,
        List<String> flags,
        @Nullable String expected,
        @Nullable String error) {

    static List<Case> read(Path file) {
        try {
            List<Case> cases = new ArrayList<>();
            new ObjectMapper().readTree(Files.readString(file)).forEach(node -> cases.add(of(node)));
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case of(JsonNode node) {
        Map<String, String> files = new LinkedHashMap<>();
        node.path("files")
                .properties()
                .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
        List<String> flags = new ArrayList<>();
        node.path("flags").forEach(flag -> flags.add(flag.asText()));
        String expected = text(node, "expect");
        String base64 = text(node, "expectBase64");
        if (base64 != null) {
            expected = GoText.of(Base64.getDecoder().decode(base64));
        }
        return new Case(
                node.path("id").asText(),
                node.path("template").asText(),
                values(node),
                files,
                flags,
                expected,
                text(node, "error"));
    }

    private static @Nullable String values(JsonNode node) {
        JsonNode values = node.path("values");
        return values.isMissingNode() ? null : values.isTextual() ? values.asText() : values.toString();
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.has(name) ? node.get(name).asText() : null;
    }
}
