package io.fluxj.kube.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.EmbeddedKube;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.real.RealControlPlane;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Whatever several managers apply, update and patch, the object and who owns what of it are the same on both servers. */
@Tag("conformance")
@EnabledIf("io.fluxj.kube.real.RealControlPlane#available")
class ApplySequencesTest {
    private static final int SEQUENCES = 240;
    private static final int AT_ONCE = 6;
    private static final String GROUP = "sequences.io";
    private static final String DEFINITION = """
        {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "metadata": {"name": "things.sequences.io"},
         "spec": {"group": "sequences.io", "scope": "Namespaced", "names": {"plural": "things", "kind": "Thing"},
          "versions": [{"name": "v1", "served": true, "storage": true, "schema": {"openAPIV3Schema": {"type": "object", "properties": {
           "spec": {"type": "object", "properties": {
            "keyed": {"type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["k"], "items": {"type": "object",
             "required": ["k"], "properties": {"k": {"type": "string"}, "v": {"type": "integer"}}}},
            "set": {"type": "array", "x-kubernetes-list-type": "set", "items": {"type": "string"}},
            "atomic": {"type": "array", "items": {"type": "string"}},
            "whole": {"type": "object", "x-kubernetes-map-type": "atomic", "additionalProperties": {"type": "string"}},
            "words": {"type": "object", "additionalProperties": {"type": "string"}}}}}}}}]}}
        """;

    private final AtomicInteger namespaces = new AtomicInteger();

    @Test
    void endInTheSameObject() throws Exception {
        try (EmbeddedKube kube = EmbeddedKube.start();
                ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            kube.addToken(RealControlPlane.TOKEN, "admin", List.of("system:masters"));
            Server real = new Server(RealControlPlane.shared().url(), RealControlPlane.TOKEN);
            Server embedded = new Server(kube.url(), RealControlPlane.TOKEN);
            define(real);
            define(embedded);
            List<Future<Optional<String>>> differences = new ArrayList<>();
            for (int seed = 0; seed < SEQUENCES; seed++) {
                ApplySequence sequence = ApplySequence.of(seed, GROUP);
                String name = "seed " + seed + ": ";
                differences.add(threads.submit(
                        () -> difference(real, embedded, sequence).map(d -> name + d)));
            }
            List<String> found = new ArrayList<>();
            for (Future<Optional<String>> difference : differences) {
                difference.get().ifPresent(found::add);
            }
            assertThat(String.join("\n\n", found)).isEmpty();
        }
    }

    private static void define(Server server) {
        call(server, "POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", "application/json", DEFINITION);
        await().until(() ->
                call(server, "GET", "/apis/" + GROUP + "/v1/things", "", "").statusCode() == 200);
    }

    /** What differs, of the shortest part of the sequence in which something does. */
    private Optional<String> difference(Server real, Server embedded, ApplySequence sequence) {
        Optional<String> found = compare(real, embedded, sequence);
        if (found.isEmpty()) {
            return found;
        }
        for (int step = sequence.steps().size() - 1; step >= 0; step--) {
            if (sequence.steps().size() > 1
                    && compare(real, embedded, sequence.without(step)).isPresent()) {
                return difference(real, embedded, sequence.without(step));
            }
        }
        return found.map(d -> sequence.shown() + "\n" + d);
    }

    private Optional<String> compare(Server real, Server embedded, ApplySequence sequence) {
        String namespace = "sequence-" + namespaces.incrementAndGet();
        String wanted = run(real, sequence, namespace).toPrettyString();
        String ours = run(embedded, sequence, namespace).toPrettyString();
        return wanted.equals(ours) ? Optional.empty() : Optional.of("wanted " + wanted + "\nbut was " + ours);
    }

    private static JsonNode run(Server server, ApplySequence sequence, String namespace) {
        Normalizer normalizer = new Normalizer(namespace);
        call(
                server,
                "POST",
                "/api/v1/namespaces",
                "application/json",
                "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"" + namespace + "\"}}");
        String object = sequence.path().replace("{ns}", namespace) + "/x";
        ArrayNode codes = Nodes.array();
        for (ApplySequence.Write write : sequence.steps()) {
            String body = write.method().equals("PUT") ? replaced(server, object, write) : Nodes.text(write.body());
            HttpResponse<String> answer =
                    call(server, write.method(), object + "?" + write.query(), write.type(), body);
            codes.add(answer.statusCode());
        }
        JsonNode end = normalizer.normalize(call(server, "GET", object, "", "").body(), Nodes.array());
        ObjectNode out = Nodes.object();
        out.set("codes", codes);
        out.set("object", inAnyOrder(end));
        return out;
    }

    /** The live object with what the write sets, as a client that read and changed it sends it. */
    private static String replaced(Server server, String object, ApplySequence.Write write) {
        JsonNode live = Nodes.parseTrusted(call(server, "GET", object, "", "").body());
        ObjectNode next = write.body().deepCopy();
        if (live.path("metadata").has("managedFields")) {
            ((ObjectNode) next.path("metadata"))
                    .set("managedFields", live.path("metadata").path("managedFields"));
            ((ObjectNode) next.path("metadata"))
                    .set("resourceVersion", live.path("metadata").path("resourceVersion"));
        }
        return Nodes.text(next);
    }

    /** Managers stand in the order of the seconds in which they wrote, which pass differently on each server. */
    private static JsonNode inAnyOrder(JsonNode object) {
        if (object.path("metadata").path("managedFields") instanceof ArrayNode managers) {
            List<JsonNode> sorted = new ArrayList<>();
            managers.forEach(sorted::add);
            sorted.sort(Comparator.comparing(JsonNode::toString));
            managers.removeAll().addAll(sorted);
        }
        return object;
    }

    private static HttpResponse<String> call(Server server, String method, String path, String type, String body) {
        Map<String, String> headers = type.isEmpty() ? Map.of() : Map.of("Content-Type", type);
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return server.send(
                server.request(path, headers).method(method, publisher).build(), BodyHandlers.ofString());
    }
}
