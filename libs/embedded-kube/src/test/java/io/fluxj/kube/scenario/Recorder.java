package io.fluxj.kube.scenario;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.io.IOException;
import java.nio.file.Path;

/** Writes down the answers of a real server: {@code Recorder URL TOKEN FOLDER FILE...}. */
final class Recorder {
    private Recorder() {}

    /** Runs every scenario of the files and writes one JSON file of answers beside each. */
    public static void main(String[] arguments) throws IOException {
        Server server = new Server(arguments[0], arguments[1]);
        for (int i = 3; i < arguments.length; i++) {
            Path target = Path.of(arguments[2], arguments[i] + ".json");
            ObjectNode out = Nodes.object();
            int number = 0;
            for (Scenario scenario : Scenario.load(arguments[i])) {
                String namespace = "s-" + arguments[i] + "-" + number++;
                out.set(scenario.name(), Run.of(server, scenario, namespace));
            }
            java.nio.file.Files.write(
                    target,
                    Nodes.mapper().writer(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(out));
        }
    }
}
