package io.fluxj.kube.kubectl;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the command lines of one row of the table against one server and writes down what they say. */
final class CommandRun {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path programs;
    private final Path folder;
    private final String namespace;
    private final Masks masks;

    private CommandRun(Path programs, Path folder, String namespace) {
        this.programs = programs;
        this.folder = folder;
        this.namespace = namespace;
        this.masks = new Masks(namespace, folder.toString());
    }

    /** What each command said, with what differs from run to run put out of sight. */
    static List<String> of(Path programs, Path folder, String kubeconfig, JsonNode row, String namespace)
            throws IOException, InterruptedException {
        CommandRun run = new CommandRun(programs, folder, namespace);
        Files.writeString(folder.resolve("kubeconfig"), kubeconfig);
        for (Map.Entry<String, JsonNode> file : row.path("files").properties()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, run.filled(file.getValue().asText()));
        }
        run.say("kubectl create namespace {ns}");
        await("the namespace is furnished")
                .atMost(PATIENCE)
                .until(() -> run.say("kubectl get sa/default cm/kube-root-ca.crt -n {ns}"), containsString("exit 0"));
        List<String> out = new ArrayList<>();
        for (JsonNode command : row.path("commands")) {
            out.add(command.isTextual() ? run.say(command.asText()) : run.sayUntil(command));
        }
        run.say("kubectl delete namespace {ns} --wait=false");
        return out;
    }

    /** Real controllers and published schemas follow a moment later: such a command says what is waited for. */
    private String sayUntil(JsonNode command) {
        return await().atMost(PATIENCE)
                .until(
                        () -> say(command.path("run").asText()),
                        containsString(filled(command.path("until").asText())));
    }

    private String filled(String text) {
        return text.replace("{ns}", namespace);
    }

    private String say(String command) throws IOException, InterruptedException {
        Path output = folder.resolve("stdout");
        Path errors = folder.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", filled(command))
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("KUBECONFIG", folder.resolve("kubeconfig").toString());
        builder.environment().put("KUBECTL_EXTERNAL_DIFF", "diff -u -N");
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TZ", "UTC");
        builder.environment().merge("PATH", programs.toString(), (others, own) -> own + ":" + others);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE)) {
            process.destroyForcibly();
            return command + "\nno end";
        }
        return command + "\nexit " + process.exitValue() + "\n" + shown(output) + "---\n" + shown(errors);
    }

    private String shown(Path file) throws IOException {
        return masks.applied(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
}
