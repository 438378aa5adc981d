package io.fluxj.kube.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes down the answers of a real server: {@code Recorder URL TOKEN FOLDER FILE...}. */
final class Recorder {
    private static final int AT_ONCE = 6;

    private Recorder() {}

    /** Runs every scenario of the files and writes one JSON file of answers beside each. */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server(arguments[0], arguments[1]);
        Path folder = Path.of(arguments[2]);
        for (int i = 3; i < arguments.length; i++) {
            record(server, folder, arguments[i]);
        }
    }

    private static void record(Server server, Path folder, String file) throws Exception {
        // Names of their own, so that a recording does not meet the leftovers of another.
        long started = System.currentTimeMillis();
        Map<String, Future<JsonNode>> answers = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            int number = 0;
            for (Scenario scenario : Scenario.load(file)) {
                String namespace = "s-" + Long.toString(started, 36) + "-" + file + "-" + number++;
                answers.put(scenario.name(), threads.submit(() -> Run.of(server, scenario, namespace)));
            }
        }
        ObjectNode out = Nodes.object();
        for (Map.Entry<String, Future<JsonNode>> answer : answers.entrySet()) {
            out.set(answer.getKey(), answer.getValue().get());
        }
        java.nio.file.Files.write(
                folder.resolve(file + ".json"),
                Nodes.mapper().writer(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(out));
    }
}
